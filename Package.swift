// swift-tools-version: 6.2
import PackageDescription

// PINION_DEBUG=1 leaves the optimiser out of debug builds, for stepping through the engine. PINION_DEBUG=lines keeps it and
// adds debug information, for sanitizers' reports.
let optimiseDebugBuilds = Context.environment["PINION_DEBUG"] != "1"

// `-O` alone is not enough in debug builds: they are not whole-module, so helpers of another file are called out of line.
// `-num-threads` goes with `-wmo`, or the driver and the build system disagree about the output files.
let optimised: [SwiftSetting] =
    optimiseDebugBuilds
    ? [.unsafeFlags(["-O", "-wmo", "-num-threads", "2", "-disable-batch-mode"], .when(configuration: .debug))] : []

/// Lines of code that the optimiser has mixed are of little use, and take a sixth of the time that kernels compile.
/// SwiftPM asks for them behind these flags, so only the front end can be told.
let withoutDebugInformation: [SwiftSetting] =
    Context.environment["PINION_DEBUG"] == nil
    ? [.unsafeFlags(["-Xfrontend", "-gnone"], .when(configuration: .debug))] : []

/// Flags for the clang importer, which decide Swift's own code generation too.
/// `-Xarch_x86_64` keeps each away from compiles for other architectures, whatever machine runs this manifest.
func x86Flags(_ flags: String...) -> SwiftSetting {
    .unsafeFlags(["-Xcc", "-Qunused-arguments"] + flags.flatMap { ["-Xcc", "-Xarch_x86_64", "-Xcc", $0] })
}

/// Lets the kernels name operations of LLVM that Swift has no word for (see VectorBuiltins.swift, SpinWait.swift).
let llvmBuiltins = SwiftSetting.enableExperimentalFeature("BuiltinModule")

/// Kernels trust their callers: unless unchecked, every index in an inner loop is checked for overflow. On raw pointers
/// alone, the passes left out find what LLVM finds again, and take a sixth of the time that kernels compile.
let kernelFlags = SwiftSetting.unsafeFlags(
    optimiseDebugBuilds
        ? [
            "-Ounchecked", "-Xllvm",
            "-sil-disable-pass=early-redundant-load-elimination,redundant-load-elimination,"
                + "loop-invariant-code-motion,bcopts,high-level-cse,arc-sequence-opts",
        ] : [])

/// Tensors and nodes are references, so every access to a field would be checked at run time for overlap with another,
/// at 20 ns each; who may write a tensor when is its own promise.
let uncheckedExclusivity = SwiftSetting.unsafeFlags(optimiseDebugBuilds ? ["-enforce-exclusivity=unchecked"] : [])

/// What is written against the public face: PINION_TIME_EXPRESSIONS=1 warns of formulas that are slow to type-check.
let client =
    optimised
    + (Context.environment["PINION_TIME_EXPRESSIONS"] == "1"
        ? [.unsafeFlags(["-Xfrontend", "-warn-long-expression-type-checking=100"])] : [])

struct Module {
    var name: String
    var path: String
    var needs: [String] = []
    var settings: [SwiftSetting] = []
}

// On arm64 NEON is the baseline and there is nothing wider to build. A manifest is not told the target, only where it
// runs: on arm64, PINION_X86=1 adds the wider kernels for a build that crosses over to x86-64 (macOS builds both).
#if arch(arm64) && !os(macOS)
let buildsX86Kernels = Context.environment["PINION_X86"] == "1"
#else
let buildsX86Kernels = true
#endif

let x86Kernels: [Module] =
    !buildsX86Kernels
    ? []
    : [
        Module(
            name: "PinionKernelsAVX512", path: "SIMDKernels/AVX512",
            settings: [
                .define("PINION_AVX512"), x86Flags("-march=x86-64-v4", "-mprefer-vector-width=512"),
            ]),
        Module(
            name: "PinionKernelsAVX2", path: "SIMDKernels/AVX2",
            settings: [.define("PINION_AVX2"), x86Flags("-march=x86-64-v3")]),
    ]

/// Each waits for the one before it: two at a time would leave no processor to the long chain of the other modules.
let kernels = (x86Kernels + [Module(name: "PinionKernelsBaseline", path: "SIMDKernels/Kernels")]).reduce(
    into: [Module]()
) { kernels, variant in
    var variant = variant
    variant.needs = ["PinionKernelInterface"] + kernels.suffix(1).map(\.name)
    variant.settings += [kernelFlags, llvmBuiltins]
    kernels.append(variant)
}

// A row a module; arrows go up the table only. The driver finds the kernels by name (KernelTables.swift), and what is
// linked needs them: compiling them is half of the work, which so goes on beside that of all other modules.
let modules =
    kernels + [
        Module(name: "PinionKernelInterface", path: "SIMDKernels/Interface"),
        Module(name: "PinionKernelLinkage", path: "SIMDKernels/Linkage"),
        Module(
            name: "PinionSIMDKernels", path: "SIMDKernels/Driver",
            needs: ["PinionKernelInterface", "PinionKernelLinkage"],
            settings: [llvmBuiltins] + (buildsX86Kernels ? [.define("PINION_X86_KERNELS")] : [])),
        Module(name: "PinionTensor", path: "Tensor", needs: ["PinionSIMDKernels"], settings: [uncheckedExclusivity]),
        Module(name: "PinionAutograd", path: "Autograd", needs: ["PinionTensor"], settings: [uncheckedExclusivity]),
        Module(name: "PinionNN", path: "NN", needs: ["PinionAutograd"], settings: [uncheckedExclusivity]),
        Module(name: "PinionOptim", path: "Optim", needs: ["PinionNN"], settings: [uncheckedExclusivity]),
        Module(name: "PinionFiles", path: "Files", needs: ["PinionOptim"]),
        Module(name: "PinionData", path: "Data", needs: ["PinionFiles"]),
        Module(name: "Pinion", path: "Pinion", needs: ["PinionData"] + kernels.map(\.name)),
    ]

let package = Package(
    name: "Pinion",
    products: [
        .library(name: "Pinion", targets: ["Pinion"]),
        .executable(name: "bench", targets: ["PinionBench"]),
    ],
    targets: modules.map { module in
        .target(
            name: module.name,
            dependencies: module.needs.map { .init(stringLiteral: $0) },
            path: "Sources/" + module.path,
            swiftSettings: optimised + withoutDebugInformation + module.settings)
    } + [
        .executableTarget(
            name: "PinionBench", dependencies: ["Pinion", "PinionSIMDKernels", "PinionKernelInterface"],
            path: "Sources/Bench", swiftSettings: client),
        .target(
            name: "PinionTestSupport",
            dependencies: ["PinionAutograd", "PinionSIMDKernels", "PinionKernelInterface"]
                + kernels.map { .init(stringLiteral: $0.name) },
            path: "Tests/TestSupport", swiftSettings: client),
        .testTarget(
            name: "SIMDKernelsTests",
            dependencies: ["PinionTestSupport", "PinionSIMDKernels", "PinionKernelInterface"],
            path: "Tests/SIMDKernelsTests", resources: [.copy("Fixtures")], swiftSettings: client),
        .testTarget(
            name: "TensorTests", dependencies: ["PinionTestSupport", "PinionTensor", "PinionAutograd"],
            path: "Tests/TensorTests", resources: [.copy("Fixtures")], swiftSettings: client),
        .testTarget(
            name: "NNTests", dependencies: ["PinionTestSupport", "PinionNN"], path: "Tests/NNTests",
            resources: [.copy("Fixtures")], swiftSettings: client),
        .testTarget(
            name: "OptimTests", dependencies: ["PinionTestSupport", "PinionOptim"], path: "Tests/OptimTests",
            resources: [.copy("Fixtures")], swiftSettings: client),
        .testTarget(
            name: "FilesTests", dependencies: ["PinionTestSupport", "PinionFiles"], path: "Tests/FilesTests",
            resources: [.copy("Fixtures")], swiftSettings: client),
        .testTarget(
            name: "DataTests", dependencies: ["PinionTestSupport", "PinionData"], path: "Tests/DataTests",
            resources: [.copy("Fixtures")], swiftSettings: client),
        .testTarget(
            name: "PinionTests", dependencies: ["PinionTestSupport", "Pinion"], path: "Tests/PinionTests",
            exclude: ["Fixtures"],
            swiftSettings: client),
        .testTarget(
            name: "AutogradTests", dependencies: ["PinionTestSupport", "PinionAutograd"],
            path: "Tests/AutogradTests", resources: [.copy("Fixtures")], swiftSettings: client),
    ],
    swiftLanguageModes: [.v6]
)

// Programs in Examples/, each in the folder of its name: `swift run digits`. They would shadow programs of the same name
// in a package that depends on this one, which is checked out for it in a folder `checkouts`.
for name in ["digits", "mnist", "course", "convert", "checkpoint"]
where !Context.packageDirectory.contains("/checkouts/") {
    package.products.append(.executable(name: name, targets: ["PinionExample-" + name]))
    package.targets.append(
        .executableTarget(
            name: "PinionExample-" + name, dependencies: ["PinionExampleSupport"], path: "Examples/" + name,
            swiftSettings: client))
}
package.targets.append(
    .target(name: "PinionExampleSupport", dependencies: ["Pinion"], path: "Examples/Support", swiftSettings: client))
