import PinionAutograd
import PinionTestSupport
import Testing

@Suite struct DTypeNameTests {
    @Test func names() {
        let names: [DType] = [.float, .double, .half, .long, .int, .short]
        #expect(names == [.float32, .float64, .float16, .int64, .int32, .int16])
        #expect(Tensor([1, 2], dtype: .float).dtype == .float32)
        #expect(getDefaultDtype() == .float32)
    }

    @Test func limits() {
        func numbers(_ dtype: DType) -> [Double] {
            let info = finfo(dtype)
            return [Double(info.bits), info.eps, info.max, info.tiny, info.min + info.max]
        }
        #expect(numbers(.float32) == [32, 1.1920928955078125e-07, 3.4028234663852886e+38, 1.1754943508222875e-38, 0])
        #expect(numbers(.float64) == [64, 2.220446049250313e-16, 1.7976931348623157e+308, 2.2250738585072014e-308, 0])
        #expect(numbers(.float16) == [16, 0.0009765625, 65504.0, 6.103515625e-05, 0])
        #expect(numbers(.bfloat16) == [16, 0.0078125, 3.3895313892515355e+38, 1.1754943508222875e-38, 0])
        let integers: [(DType, Int, Int, Int)] = [
            (.int8, 8, -128, 127), (.int16, 16, -32768, 32767), (.int32, 32, -2_147_483_648, 2_147_483_647),
            (.int64, 64, .min, .max), (.uint8, 8, 0, 255),
        ]
        for (dtype, bits, min, max) in integers {
            let info = iinfo(dtype)
            #expect(info.bits == bits && info.min == min && info.max == max)
        }
        #expect(throws: TensorError.self) { try catchingTensorErrors { _ = finfo(.int32) } }
        #expect(throws: TensorError.self) { try catchingTensorErrors { _ = iinfo(.float32) } }
    }
}
