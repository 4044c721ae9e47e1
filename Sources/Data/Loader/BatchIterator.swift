import PinionAutograd

/// The batches of one epoch of a `DataLoader`.
public final class BatchIterator<Data: Dataset, Batch: Sendable>: IteratorProtocol {
    private let loader: DataLoader<Data, Batch>
    private let indices: AnyIterator<[Int]>
    private let size: Int
    /// One for each worker, begun with the first batch.
    private var workers: [LoaderWorker<Batch>] = []
    private let seed: UInt64
    /// The batches that workers have in hand, in the order of the loop.
    private var pending: [LoaderTask<Batch>] = []
    private var sent = 0

    init(_ loader: DataLoader<Data, Batch>, _ indices: AnyIterator<[Int]>, seed: UInt64) {
        self.loader = loader
        self.indices = indices
        self.seed = seed
        size = loader.dataset.count
        guard loader.workers > 0 else { return }
        workers = (0..<loader.workers).map { number in
            let info = WorkerInfo(id: number, numWorkers: loader.workers, seed: seed &+ UInt64(number))
            return LoaderWorker(info) { [loader, size] indices throws(DataLoaderError) in
                try loader.batch(indices, of: size)
            }
        }
        for _ in 0..<loader.workers * loader.prefetch { sendTask() }
    }

    deinit { for worker in workers { worker.stop() } }

    /// The next batch; nil behind the last one. After an error the next call goes on with the next batch.
    /// - Throws: `DataLoaderError` for a sample that cannot be read or samples that do not fit together.
    public func nextBatch() throws(DataLoaderError) -> Batch? {
        if loader.workers == 0 {
            guard let indices = indices.next() else { return nil }
            return try loader.batch(indices, of: size)
        }
        if pending.isEmpty { return nil }
        let task = pending.removeFirst()
        let result = task.wait()
        sendTask()
        return try result.get()
    }

    /// The next batch; nil behind the last one. An error stops the program, or ends the loop inside
    /// `catchingTensorErrors`.
    public func next() -> Batch? {
        if hasFailed { return nil }
        do { return try nextBatch() } catch {
            report(TensorError("DataLoader", .value, error.description))
            return nil
        }
    }

    /// Gives the next batch to the worker whose turn it is; random numbers of the order are drawn here, by the loop.
    private func sendTask() {
        guard let batch = indices.next() else { return }
        let task = LoaderTask<Batch>(batch)
        pending.append(task)
        workers[sent % workers.count].send(task)
        sent += 1
    }
}
