import PinionTensor
import Testing

@Suite struct PromotionTests {
    @Test func typesPromoteToTheSmallestThatHoldsBoth() {
        #expect(promoteTypes(.uint8, .int8) == .int16)
        #expect(promoteTypes(.float16, .bfloat16) == .float32)
        #expect(promoteTypes(.int64, .float16) == .float16)
        #expect(promoteTypes(.bool, .uint8) == .uint8)
    }
}
