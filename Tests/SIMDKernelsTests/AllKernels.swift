import Testing

/// The root of every kernel test. Serialized, because the choice of table and the number of threads are global.
@Suite(.serialized)
enum AllKernels {}
