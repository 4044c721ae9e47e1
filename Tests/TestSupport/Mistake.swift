import PinionAutograd

/// The text of the error that a mistake of the program makes.
package func mistake(_ body: () -> Void) -> String {
    do {
        try catchingTensorErrors(body)
        return "no error"
    } catch { return "\(error)" }
}
