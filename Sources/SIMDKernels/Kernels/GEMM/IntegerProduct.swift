/// `C[m, n] (+)= A · B` in wrapping integer arithmetic; the loop over columns is the compiler's to vectorise.
@inline(__always)
func integerProduct<Scalar: FixedWidthInteger>(
    _ m: Int, _ n: Int, _ k: Int, _ a: UnsafePointer<Scalar>, _ aRow: Int, _ aColumn: Int, _ b: UnsafePointer<Scalar>,
    _ bRow: Int, _ bColumn: Int, _ c: UnsafeMutablePointer<Scalar>, _ ldc: Int, _ accumulates: Bool
) {
    var i = 0
    while i < m {
        let row = c + i * ldc
        var j = 0
        while j < n && !accumulates {
            row[j] = 0
            j += 1
        }
        var p = 0
        while p < k {
            let element = a[i * aRow + p * aColumn]
            let source = b + p * bRow
            j = 0
            if bColumn == 1 {
                while j < n {
                    row[j] &+= element &* source[j]
                    j += 1
                }
            } else {
                while j < n {
                    row[j] &+= element &* source[j * bColumn]
                    j += 1
                }
            }
            p += 1
        }
        i += 1
    }
}
