#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// `baseˣ`
func power(_ base: Double, _ x: Double) -> Double { pow(base, x) }

/// The cosine, of an angle in radians.
func cosine(_ angle: Double) -> Double { cos(angle) }
