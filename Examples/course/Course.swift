import PinionExampleSupport

/// Programs of a PyTorch course, each in a file of its own, with its chapter.
@main enum Course {
    static var programs: [(chapter: String, program: any Example.Type)] {
        [
            ("2.1", LinearExhaustive.self), ("2.2", LinearSurface.self), ("3.5", GradientDescent.self),
            ("3.6", StochasticDescent.self), ("4.8", LinearAutograd.self), ("4.6", Quadratic.self),
            ("5.1", LinearRegression.self), ("5.4", Optimizers.self), ("6.2", LogisticRegression.self),
            ("7.3", Diabetes.self), ("8.4", DiabetesLoader.self), ("9.2", SoftmaxLoss.self), ("9.3", Otto.self),
            ("10.2", Convolution.self),
        ]
    }

    static func main() {
        let words = CommandLine.arguments.dropFirst()
        exiting("course") {
            guard let name = words.first, name != "--help", name != "list" else { return print(overview) }
            guard let program = programs.first(where: { $0.program.name == name || $0.chapter == name })?.program else {
                throw UsageError("course", message: "there is no program \"\(name)\"", isHelp: false)
            }
            try program.run(Options("course " + program.name, program.about, Array(words.dropFirst())))
        }
    }

    private static var overview: String {
        let width = programs.map { $0.program.name.count }.max() ?? 0
        let lines = programs.map { chapter, program in
            let name = program.name + String(repeating: " ", count: width - program.name.count)
            return "  \(right(chapter, 4))  \(name)  \(program.about)"
        }
        return "usage: course PROGRAM [--option value …]\n\n" + lines.joined(separator: "\n")
            + "\n\nThe networks for MNIST of chapters 9 to 11 are in `swift run mnist`."
    }
}
