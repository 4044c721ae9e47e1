/// Several schedulers, whose states lie in `_schedulers`.
open class SchedulerGroup: LRScheduler {
    let schedulers: [LRScheduler]

    init(_ optimizer: Optimizer, _ schedulers: [LRScheduler], lastEpoch: Int, fields: StateTree) {
        self.schedulers = schedulers
        super.init(bare: optimizer, lastEpoch: lastEpoch, fields: fields)
        if schedulers.isEmpty { mistake("expects at least one scheduler, but got no scheduler") }
        for (index, scheduler) in schedulers.enumerated() {
            if scheduler is ReduceLROnPlateau {
                mistake("does not support ReduceLROnPlateau, which needs a measure; there is one at index \(index)")
            }
            if scheduler.optimizer !== optimizer {
                mistake("expects all schedulers to belong to the same optimizer, unlike the one at index \(index)")
            }
        }
    }

    override func undoInitialStep() { for scheduler in schedulers { scheduler.undoInitialStep() } }

    open override func stateDict() -> StateTree {
        var tree = fields
        tree["_schedulers"] = .list(schedulers.map { .dictionary($0.stateDict()) })
        return tree
    }

    override func checked(_ stateDict: StateTree, _ path: [String]) throws(StateTreeError) -> () -> Void {
        var applications = [try super.checked(stateDict, path)]
        let path = path + ["_schedulers"]
        guard let states = stateDict["_schedulers"]?.elements, states.count == schedulers.count else {
            throw StateTreeError("\(type(of: self))", path, "expected \(schedulers.count) states")
        }
        for (index, scheduler) in schedulers.enumerated() {
            guard let state = states[index].dictionary else {
                throw StateTreeError("\(type(of: self))", path + ["\(index)"], "expected a dictionary")
            }
            applications.append(try scheduler.checked(state, path + ["\(index)"]))
        }
        return { for apply in applications { apply() } }
    }
}

/// Schedulers one after another, each from its milestone on.
open class SequentialLR: SchedulerGroup {
    public init(_ optimizer: Optimizer, schedulers: [LRScheduler], milestones: [Int], lastEpoch: Int = -1) {
        super.init(
            optimizer, schedulers, lastEpoch: lastEpoch + 1,
            fields: ["_milestones": .list(milestones.map { .int($0) })])
        if milestones.count != schedulers.count - 1 {
            mistake("expects \(schedulers.count - 1) milestones, got \(milestones.count)")
            return
        }
        // The schedulers have made their first steps; only one of them is to have.
        for group in optimizer.paramGroups { group.lr = group.number("initial_lr") }
        undoInitialStep()
        present.initialStep()
        fields["_last_lr"] = present.fields["_last_lr"]
    }

    private var milestones: [Int] { fields["_milestones"]?.elements?.compactMap(\.int) ?? [] }
    private var place: Int { milestones.filter { $0 <= lastEpoch }.count }
    private var present: LRScheduler { schedulers[min(place, schedulers.count - 1)] }

    open override func step() {
        if schedulers.isEmpty { return }
        lastEpoch += 1
        if place > 0 && milestones[place - 1] == lastEpoch {
            present.updateLR(epoch: 0)
        } else {
            present.step()
        }
        fields["_last_lr"] = present.fields["_last_lr"]
    }
}

/// Schedulers all at once, each on what the last one left.
open class ChainedScheduler: SchedulerGroup {
    public init(_ schedulers: [LRScheduler], optimizer: Optimizer? = nil) {
        super.init(
            optimizer ?? schedulers.first?.optimizer ?? Optimizer(placeholder: ()), schedulers, lastEpoch: 0,
            fields: [:])
    }

    open override func step() {
        for scheduler in schedulers { scheduler.step() }
        rememberLRs()
    }
}
