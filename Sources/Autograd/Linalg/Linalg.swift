/// Linear algebra of small matrices, as `torch.linalg`.
///
/// Matrices are in the last two dimensions; those before are batches. float32 and float64; everything is computed in
/// double precision and rounded.
public enum Linalg {}
