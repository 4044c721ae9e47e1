import Pinion
import PinionExampleSupport

enum LinearExhaustive: Example {
    static let name = "linear-exhaustive"
    static let about = "Finds w of y = w x by trying values from 0 to 4."

    static func run(_ options: Options) throws {
        try options.start()
        let xs = [1.0, 2.0, 3.0]
        let ys = [2.0, 4.0, 6.0]
        for i in 0...40 {
            let w = Double(i) * 0.1
            print("w = ", w)
            var sum = 0.0
            for (x, y) in zip(xs, ys) {
                let prediction = x * w
                let loss = (y - prediction) * (y - prediction)
                sum += loss
                print("\t", x, y, prediction, loss)
            }
            print("MSE=", sum / Double(xs.count))
        }
    }
}
