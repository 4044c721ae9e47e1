/// Operations on tensors without gradients: they check, choose dtype and layout, allocate and call kernels.
///
/// The Autograd module gives them public names and derivatives.
package enum Raw {}
