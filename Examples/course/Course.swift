@main enum Course { static func main() {} }
