import Dispatch
import Synchronization

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// Dispatch threads that look for more work for a moment before they go, as OpenMP's do.
///
/// To wake a sleeping thread takes 10 to 100 microseconds, as long as a product of 128 by 128 matrices. So a parallel
/// call that follows another closely is offered to the threads of a team that is still awake, one seat a thread.
enum WorkerTeam {
    /// How long a worker looks for work, in nanoseconds: longer than what is serial between two operations of a model.
    private static let patience: UInt64 = 200_000
    /// Calls further apart than this, in nanoseconds, are no stream that a team would wait for.
    private static let streamGap: UInt64 = 1_000_000

    private enum State: UInt8, AtomicRepresentable {
        case vacant, starting, awake, offered, busy
    }

    /// A worker's place: its state, alone on its cache lines.
    private struct Seat: ~Copyable {
        let state = Atomic<State>(.vacant)
        private let padding: (SIMD16<UInt64>, SIMD16<UInt64>) = (.zero, .zero)
    }

    /// A worker for each processor but the caller's.
    private static let size = max(0, sysconf(Int32(_SC_NPROCESSORS_ONLN)) - 1)
    // Safe: written once, never freed; what changes in a seat is atomic.
    private nonisolated(unsafe) static let seats: UnsafeMutablePointer<Seat> = {
        let seats = UnsafeMutablePointer<Seat>.allocate(capacity: max(size, 1))
        for index in 0..<size { (seats + index).initialize(to: Seat()) }
        return seats
    }()
    /// Whether a caller is dealing out work; a second one at the same time does without the team.
    private static let isTaken = Atomic<Bool>(false)
    // Safe: written by the caller that holds `isTaken` before it offers a seat, and after all seats have answered.
    private nonisolated(unsafe) static var work: () -> Void = {}
    // Safe: as `work`.
    private nonisolated(unsafe) static var lastCall: UInt64 = 0

    /// Runs `body` on this thread and once on each of up to `threads - 1` workers, and waits for them.
    ///
    /// A worker that has not begun when this thread is through has no part in it. Where no worker is awake, dispatch
    /// wakes threads for a body that `isLong`; when calls follow each other closely, the next one finds a team.
    static func perform(threads: Int, isLong: Bool, _ body: () -> Void) {
        // More threads than processors are wanted by tests alone; they get them from dispatch.
        guard threads <= size + 1, !isTaken.exchange(true, ordering: .acquiring) else {
            return performAlone(threads, isLong, body)
        }
        defer { isTaken.store(false, ordering: .releasing) }
        withoutActuallyEscaping(body) { body in
            work = body
            defer { work = {} }
            var offers = 0
            for index in 0..<threads - 1 where move(index, from: .awake, to: .offered) { offers += 1 }
            if offers == 0 { return performAlone(threads, isLong, body) }
            ThreadState.insideParallelRegion(body)
            for index in 0..<threads - 1 where !move(index, from: .offered, to: .awake) {
                wait { seats[index].state.load(ordering: .acquiring) != .busy }
            }
        }
        let now = DispatchTime.now().uptimeNanoseconds
        if now &- lastCall < streamGap { callTeam(threads - 1) }
        lastCall = now
    }

    /// Without the team.
    private static func performAlone(_ threads: Int, _ isLong: Bool, _ body: () -> Void) {
        if !isLong && threads <= size + 1 { return ThreadState.insideParallelRegion(body) }
        // Safe: `concurrentPerform` returns only after every iteration has.
        nonisolated(unsafe) let body = body
        DispatchQueue.concurrentPerform(iterations: threads) { _ in ThreadState.insideParallelRegion(body) }
    }

    /// Has dispatch bring workers to the first `count` seats where they are vacant.
    private static func callTeam(_ count: Int) {
        var isComplete = true
        for index in 0..<count where move(index, from: .vacant, to: .starting) { isComplete = false }
        if isComplete { return }
        DispatchQueue.global(qos: .userInteractive).async {
            DispatchQueue.concurrentPerform(iterations: count) { index in
                if move(index, from: .starting, to: .awake) { lookForWork(index) }
            }
        }
    }

    private static func lookForWork(_ index: Int) {
        var deadline = DispatchTime.now().uptimeNanoseconds + patience
        while true {
            for _ in 0..<64 {
                if seats[index].state.load(ordering: .relaxed) == .offered,
                    move(index, from: .offered, to: .busy)
                {
                    runWork()
                    seats[index].state.store(.awake, ordering: .releasing)
                    deadline = DispatchTime.now().uptimeNanoseconds + patience
                }
                spinHint()
            }
            if DispatchTime.now().uptimeNanoseconds > deadline, move(index, from: .awake, to: .vacant) { return }
        }
    }

    /// Apart, so that the reference to the work is given back before the seat says so.
    @inline(never) private static func runWork() { ThreadState.insideParallelRegion(work) }

    private static func move(_ index: Int, from: State, to: State) -> Bool {
        seats[index].state.compareExchange(expected: from, desired: to, ordering: .acquiringAndReleasing).exchanged
    }

    /// Spins; gives the processor away where the worker has lost its own.
    private static func wait(until isDone: () -> Bool) {
        var spins = 0
        while !isDone() {
            spins += 1
            if spins & 1023 == 0 { sched_yield() } else { spinHint() }
        }
    }
}
