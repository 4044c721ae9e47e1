@_exported import PinionAutograd
