/// What becomes of several values for one element, and of the one that is there.
package enum ScatterReduction: Sendable {
    case replace, sum, product, maximum, minimum
}
