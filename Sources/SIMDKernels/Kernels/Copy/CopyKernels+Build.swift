import PinionKernelInterface

#if PINION_AVX512
private typealias FloatTile = LaneUnit
private typealias DoubleTile = OctetUnit<DoubleLane>
#else
private typealias FloatTile = QuadUnit<FloatQuad>
private typealias DoubleTile = QuadUnit<DoubleQuad>
#endif

func makeCopyKernels() -> CopyKernels {
    CopyKernels(
        bytes1: CopyEntries(
            plane: { copyPlane(UInt8.self, $0, $1, $2, $3, $4, $5, $6, $7) },
            transpose: { transpose(OctetUnit<ByteOctet>.self, OctetUnit<ByteOctet>.self, $0, $1, $2, $3, $4, $5, $6) }),
        bytes2: CopyEntries(
            plane: { copyPlane(UInt16.self, $0, $1, $2, $3, $4, $5, $6, $7) },
            transpose: { transpose(OctetUnit<ShortOctet>.self, OctetUnit<ShortOctet>.self, $0, $1, $2, $3, $4, $5, $6) }
        ),
        bytes4: CopyEntries(
            plane: { copyPlane(UInt32.self, $0, $1, $2, $3, $4, $5, $6, $7) },
            transpose: { transpose(FloatTile.self, QuadUnit<FloatQuad>.self, $0, $1, $2, $3, $4, $5, $6) }),
        bytes8: CopyEntries(
            plane: { copyPlane(UInt64.self, $0, $1, $2, $3, $4, $5, $6, $7) },
            transpose: { transpose(DoubleTile.self, QuadUnit<DoubleQuad>.self, $0, $1, $2, $3, $4, $5, $6) }),
        float: WindowEntries(
            im2col: { im2col(FloatLane.self, $0, $1, $2, $3, $4) },
            col2im: { col2im(FloatLane.self, $0, $1, $2, $3, $4) },
            rows: { windowRows(FloatLane.self, $0, $1, $2, $3, $4, $5, $6, $7, $8) },
            addRows: { addWindowRows(FloatLane.self, $0, $1, $2, $3, $4, $5, $6, $7) }),
        double: WindowEntries(
            im2col: { im2col(DoubleLane.self, $0, $1, $2, $3, $4) },
            col2im: { col2im(DoubleLane.self, $0, $1, $2, $3, $4) },
            rows: { windowRows(DoubleLane.self, $0, $1, $2, $3, $4, $5, $6, $7, $8) },
            addRows: { addWindowRows(DoubleLane.self, $0, $1, $2, $3, $4, $5, $6, $7) }),
        scatterAdd: ScatterAddEntries(
            float: { scatterAdd(FloatLane.self, $0, $1, $2, $3, $4, $5, $6) },
            double: { scatterAdd(DoubleLane.self, $0, $1, $2, $3, $4, $5, $6) },
            int64: { scatterAdd($0, $1, $2, $3, $4, $5, $6) },
            int32: { scatterAdd($0, $1, $2, $3, $4, $5, $6) },
            int16: { scatterAdd($0, $1, $2, $3, $4, $5, $6) },
            int8: { scatterAdd($0, $1, $2, $3, $4, $5, $6) },
            uint8: { scatterAdd($0, $1, $2, $3, $4, $5, $6) }))
}
