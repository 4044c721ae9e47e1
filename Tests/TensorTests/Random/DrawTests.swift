import PinionAutograd
import PinionTensor
import PinionTestSupport
import Testing

/// Draws against draws.txt, in processes of their own: the choice of table and the number of threads are global.
@Suite struct DrawTests {
    @Test(arguments: [1, 2]) func everyDrawIsPyTorchsBitForBit(threads: Int) async {
        await #expect(processExitsWith: .success) { [threads] in try DrawTests.draw(threads: threads) }
    }

    private static func draw(threads: Int) throws {
        setNumThreads(threads)
        let lines = try TensorFixture.all("draws")
        #expect(lines.count > 800)
        let generator = Generator(seed: 0)
        try withEachTable { table in
            for line in lines {
                let draw = try #require(Draw(line.name), "\(line.name)")
                let tensor = try #require(draw.tensor(generator), "\(line.name)")
                let difference = line.difference(tensor)
                #expect(difference == nil, "\(table)")
            }
        }
    }
}
