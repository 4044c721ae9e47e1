import Testing

/// Whether what an exit test wrote to standard error has `line`.
func wrote(_ result: ExitTest.Result?, _ line: String) -> Bool {
    String(decoding: result?.standardErrorContent ?? [], as: UTF8.self).contains(line)
}
