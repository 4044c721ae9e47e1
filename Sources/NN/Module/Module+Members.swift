/// A parameter, buffer or module that a module holds, with its name.
struct Member {
    enum Value {
        case tensor(TensorSlot)
        case module(Module)
    }

    let name: String
    let value: Value
}

/// What was added to a module by name, in order.
final class RegisteredMembers {
    var members: [Member] = []

    /// Puts the value in the place of one of the same name, or at the end.
    func set(_ name: String, _ value: Member.Value) {
        let member = Member(name: name, value: value)
        if let index = members.firstIndex(where: { $0.name == name }) {
            members[index] = member
        } else {
            members.append(member)
        }
    }
}

extension Module {
    /// Stored properties, then what was added by name.
    var members: [Member] { storedMembers + (registered?.members ?? []) }

    /// Places of parameters and buffers, in order.
    var slots: [(name: String, slot: TensorSlot)] {
        members.compactMap {
            guard case .tensor(let slot) = $0.value else { return nil }
            return ($0.name, slot)
        }
    }

    /// Modules, in order; shared ones as often as they are held.
    var heldModules: [(name: String, module: Module)] {
        members.compactMap {
            guard case .module(let module) = $0.value else { return nil }
            return ($0.name, module)
        }
    }

    /// What the stored properties hold, those of superclasses first.
    ///
    /// Places of tensors stay the same, so a module without modules of its own is reflected once. A property that can hold
    /// a module may have another one now.
    private var storedMembers: [Member] {
        if let fixedMembers { return fixedMembers }
        var levels: [Mirror] = []
        var level: Mirror? = Mirror(reflecting: self)
        while let mirror = level, mirror.subjectType != Module.self {
            levels.append(mirror)
            level = mirror.superclassMirror
        }
        var (result, isFixed): ([Member], Bool) = ([], true)
        for mirror in levels.reversed() {
            let names = (mirror.subjectType as? Module.Type)?.stateDictNames ?? [:]
            for property in mirror.children {
                guard let label = property.label else { continue }
                if let slot = property.value as? TensorSlot {
                    let name = PropertyLabel.name(label, isWrapped: true)
                    result.append(Member(name: names[name] ?? name, value: .tensor(slot)))
                } else if let module = property.value as? Module {
                    let name = PropertyLabel.name(label, isWrapped: false)
                    result.append(Member(name: names[name] ?? name, value: .module(module)))
                    isFixed = false
                } else if type(of: property.value) is any OptionalType.Type {
                    isFixed = false
                }
            }
        }
        if isFixed { fixedMembers = result }
        return result
    }
}

/// Any `Optional`: nil now, but perhaps a module later.
private protocol OptionalType {}
extension Optional: OptionalType {}

enum PropertyLabel {
    /// The name of a property from its stored label: that of a wrapper is `_name`, of a lazy one `$__lazy_storage_$_name`.
    static func name(_ label: String, isWrapped: Bool) -> String {
        let lazyPrefix = "$__lazy_storage_$_"
        if label.hasPrefix(lazyPrefix) { return String(label.dropFirst(lazyPrefix.count)) }
        return isWrapped && label.hasPrefix("_") ? String(label.dropFirst()) : label
    }
}
