import PinionNN
import PinionTestSupport
import Testing

@Suite struct RecurrentMistakeTests {
    @Test func arguments() {
        #expect(mistake { _ = LSTM(0, 3) }.contains("LSTM: inputSize must be greater than zero"))
        #expect(mistake { _ = GRU(2, 0) }.contains("GRU: hiddenSize must be greater than zero"))
        #expect(mistake { _ = RNN(2, 3, numLayers: 0) }.contains("RNN: numLayers must be greater than zero"))
        #expect(mistake { _ = LSTM(2, 3, projSize: 3) }.contains("projSize has to be smaller than hiddenSize"))
        #expect(mistake { _ = LSTM(2, 3, projSize: -1) }.contains("projSize should be a positive integer or zero"))
        #expect(mistake { _ = LSTM(2, 3, dropout: 2) }.contains("dropout should be a number in range [0, 1]"))
    }

    @Test func inputs() {
        let (lstm, gru) = (LSTM(4, 6), GRU(4, 6))
        let x = Tensor.randn(3, 2, 4)
        func run(_ x: Tensor, _ h: Tensor? = nil, _ c: Tensor? = nil) -> String {
            mistake { _ = lstm(x, h.flatMap { h in c.map { (h, $0) } }) }
        }
        #expect(run(Tensor.randn(3)).contains("LSTM: Expected input to be 2D or 3D, got 1D instead"))
        #expect(
            run(Tensor.randn(3, 2, 5)).contains("input.size(-1) must be equal to inputSize. Expected 4, got 5"))
        #expect(
            run(x, Tensor.zeros(1, 2, 5), Tensor.zeros(1, 2, 6)).contains(
                "Expected hidden[0] size [1, 2, 6], got [1, 2, 5]"))
        #expect(
            run(x, Tensor.zeros(1, 2, 6), Tensor.zeros(1, 1, 6)).contains(
                "Expected hidden[1] size [1, 2, 6], got [1, 1, 6]"))
        #expect(
            run(x, Tensor.zeros(2, 6), Tensor.zeros(1, 2, 6)).contains(
                "For batched 3-D input, hx and cx should also be 3-D but got (2-D, 3-D) tensors"))
        #expect(
            run(Tensor.randn(3, 4), Tensor.zeros(1, 2, 6), Tensor.zeros(1, 2, 6)).contains(
                "For unbatched 2-D input, hx and cx should also be 2-D but got (3-D, 3-D) tensors"))
        #expect(run(x.double()).contains("RNN input dtype (float64) does not match weight dtype (float32)"))
        #expect(run(Tensor.randn(0, 2, 4)).contains("Expected sequence length to be larger than 0 in RNN"))
        #expect(
            mistake { _ = gru(x, Tensor.zeros(1, 3, 6)) }.contains("Expected hidden size [1, 2, 6], got [1, 3, 6]"))
        #expect(
            mistake { _ = gru(x, Tensor.zeros(3, 6)) }.contains(
                "For batched 3-D input, hx should also be 3-D but got 2-D tensor"))
        #expect(mistake { _ = gru(x, Tensor.zeros(1, 2, 6).double()) }.contains("hidden dtype (float64)"))
        // A module that met a mistake goes on.
        #expect(lstm(x).output.shape == [3, 2, 6])
    }

    @Test func cells() {
        let (lstm, gru) = (LSTMCell(4, 6), GRUCell(4, 6))
        let x = Tensor.randn(2, 4)
        #expect(mistake { _ = gru(Tensor.randn(2, 5)) }.contains("input has inconsistent inputSize: got 5 expected 4"))
        #expect(
            mistake { _ = gru(x, Tensor.zeros(2, 5)) }.contains(
                "hidden0 has inconsistent hiddenSize: got 5, expected 6"))
        #expect(
            mistake { _ = lstm(x, (Tensor.zeros(2, 6), Tensor.zeros(3, 6))) }.contains(
                "Input batch size 2 doesn't match hidden1 batch size 3"))
        #expect(
            mistake { _ = lstm(Tensor.randn(2, 3, 4)) }.contains(
                "LSTMCell: Expected input to be 1D or 2D, got 3D instead"))
        #expect(
            mistake { _ = lstm(x, (Tensor.zeros(2, 6), Tensor.zeros(1, 3, 6))) }.contains(
                "Expected hx[1] to be 1D or 2D, got 3D instead"))
        #expect(mistake { _ = gru(x.double()) }.contains("same dtype, got float64 and float32"))
    }
}
