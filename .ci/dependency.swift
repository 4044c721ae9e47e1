import Pinion

setNumThreads(2)
print("Pinion computes on \(getNumThreads()) threads")
