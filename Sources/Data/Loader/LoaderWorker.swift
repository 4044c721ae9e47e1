import Dispatch
import PinionAutograd
import Synchronization

/// A batch that a worker is to read.
final class LoaderTask<Batch: Sendable>: Sendable {
    let indices: [Int]
    private let result = Mutex<Result<Batch, DataLoaderError>?>(nil)
    private let isDone = DispatchSemaphore(value: 0)

    init(_ indices: [Int]) { self.indices = indices }

    /// Called once, by the worker.
    func finish(_ result: Result<Batch, DataLoaderError>) {
        self.result.withLock { $0 = result }
        isDone.signal()
    }

    /// The result, when it is there; called once.
    func wait() -> Result<Batch, DataLoaderError> {
        isDone.wait()
        let result = result.withLock { $0 }
        guard let result else {
            let error = TensorError("DataLoader", .value, "the worker's thread could not be started")
            return .failure(DataLoaderError(index: nil, indices: indices, underlying: error))
        }
        return result
    }

    /// Instead of a result, when there is no thread to make one.
    func abandon() { isDone.signal() }
}

/// A thread that makes batches in the order of its tasks until it is stopped.
final class LoaderWorker<Batch: Sendable>: Sendable {
    private struct Inbox {
        var tasks: [LoaderTask<Batch>] = []
        var isStopped = false
    }
    /// What the thread and its owner share: the thread does not keep the worker alive.
    private final class Line: Sendable {
        let inbox = Mutex(Inbox())
        /// Counts what the thread is to look at: tasks, and the stop.
        let news = DispatchSemaphore(value: 0)
    }

    private let line = Line()
    private let isRunning: Bool

    init(_ info: WorkerInfo, _ make: @escaping @Sendable ([Int]) throws(DataLoaderError) -> Batch) {
        isRunning = startThread { [line] in
            ThreadContext.current.pointee.generator = Generator(seed: info.seed)
            WorkerInfo.$current.withValue(info) {
                while let task = Self.nextTask(line) {
                    do throws(DataLoaderError) { task.finish(.success(try make(task.indices))) } catch {
                        task.finish(.failure(error))
                    }
                }
            }
        }
    }

    deinit { stop() }

    func send(_ task: LoaderTask<Batch>) {
        guard isRunning else { return task.abandon() }
        line.inbox.withLock { $0.tasks.append(task) }
        line.news.signal()
    }

    /// The thread ends after the batch it is at; nobody waits for it.
    func stop() {
        line.inbox.withLock {
            $0.isStopped = true
            $0.tasks = []
        }
        line.news.signal()
    }

    private static func nextTask(_ line: Line) -> LoaderTask<Batch>? {
        line.news.wait()
        return line.inbox.withLock { $0.isStopped || $0.tasks.isEmpty ? nil : $0.tasks.removeFirst() }
    }
}

/// The worker of a `DataLoader` that the calling thread is.
public struct WorkerInfo: Sendable {
    /// The worker's number, from 0.
    public let id: Int
    /// The number of workers.
    public let numWorkers: Int
    /// The seed of its generator.
    public let seed: UInt64

    @TaskLocal static var current: WorkerInfo?
}

/// The worker of a `DataLoader` that calls this; nil elsewhere. As PyTorch's `get_worker_info`.
public func getWorkerInfo() -> WorkerInfo? { WorkerInfo.current }
