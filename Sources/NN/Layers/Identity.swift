/// Returns its input. As PyTorch's `nn.Identity`.
public final class Identity: Module {
    public override func forward(_ x: Tensor) -> Tensor { x }
}
