"""The little of ELF64 (little-endian relocatable objects) that the checks need."""

import struct
from dataclasses import dataclass
from pathlib import Path

WEAK, UNIQUE = 2, 10  # symbol bindings besides local (0) and global (1)
SHT_SYMTAB, SHT_RELA, SHT_NOBITS = 2, 4, 8
SHF_EXECINSTR = 4
STT_SECTION = 3


@dataclass
class Section:
    name: str
    kind: int
    flags: int
    offset: int
    size: int
    link: int
    info: int


@dataclass
class Symbol:
    name: str
    binding: int
    kind: int
    section: int  # 0: undefined
    value: int
    size: int

    @property
    def is_weak(self):
        return self.binding in (WEAK, UNIQUE)


class Object:
    """An object file: its sections, symbols and relocations."""

    def __init__(self, path):
        self.path = Path(path)
        self.data = self.path.read_bytes()
        if self.data[:6] != b"\x7fELF\x02\x01":
            raise ValueError(f"{path}: not a 64-bit little-endian ELF object")
        (offset,) = struct.unpack_from("<Q", self.data, 0x28)
        entry_size, count, names = struct.unpack_from("<HHH", self.data, 0x3A)
        raw = [struct.unpack_from("<IIQQQQIIQQ", self.data, offset + i * entry_size) for i in range(max(count, 1))]
        count = count or raw[0][5]  # more than 65279 sections: the number is the first one's size
        names = names if names != 0xFFFF else raw[0][6]
        raw = [struct.unpack_from("<IIQQQQIIQQ", self.data, offset + i * entry_size) for i in range(count)]
        self.sections = [Section("", r[1], r[2], r[4], r[5], r[6], r[7]) for r in raw]
        for section, r in zip(self.sections, raw):
            section.name = self.text(names, r[0])
        self.symbols = self._symbols()
        self._relocations = {s.info: s for s in self.sections if s.kind == SHT_RELA}

    def text(self, table, offset):
        start = self.sections[table].offset + offset
        return self.data[start : self.data.index(b"\0", start)].decode("utf-8", "backslashreplace")

    def _symbols(self):
        symbols = []
        for section in self.sections:
            if section.kind != SHT_SYMTAB:
                continue
            extended = next((s for s in self.sections if s.kind == 18), None)  # SHT_SYMTAB_SHNDX
            for i in range(section.size // 24):
                name, info, _, index, value, size = struct.unpack_from("<IBBHQQ", self.data, section.offset + i * 24)
                if index == 0xFFFF and extended:
                    (index,) = struct.unpack_from("<I", self.data, extended.offset + i * 4)
                elif index >= 0xFF00:
                    index = 0
                symbols.append(Symbol(self.text(section.link, name), info >> 4, info & 15, index, value, size))
        return symbols

    def is_code(self, symbol):
        return bool(self.sections[symbol.section].flags & SHF_EXECINSTR)

    def bytes_of(self, symbol):
        section = self.sections[symbol.section]
        if section.kind == SHT_NOBITS:
            return bytes(symbol.size)
        start = section.offset + symbol.value
        return self.data[start : start + symbol.size]

    def relocations_of(self, symbol):
        """(offset in the symbol, type, target symbol, addend) of each relocation inside `symbol`."""
        section = self._relocations.get(symbol.section)
        found = []
        if section:
            for i in range(section.size // 24):
                offset, info, addend = struct.unpack_from("<QQq", self.data, section.offset + i * 24)
                if symbol.value <= offset < symbol.value + symbol.size:
                    found.append((offset - symbol.value, info & 0xFFFFFFFF, self.symbols[info >> 32], addend))
        return found
