"""Reads a service, a company and a request from files and prints the verdict, by abi.wasm and nothing else of Kessai.

    pip install wasmtime
    python evaluate.py abi.wasm service.json company.json request.json

The exit status is 0 only if the request may be made, perhaps once somebody has approved it; 1 if not, 2 if there is no answer.
"""

import sys
from pathlib import Path

from wasmtime import Instance, Module, Store

OK, OUT = 0, 8  # KESSAI_STATUS_OK; room for the two addresses that a call writes
MAY_BE_MADE = (1, 2)  # KESSAI_OUTCOME_ACCEPTED, KESSAI_OUTCOME_NEEDS_APPROVAL; what is not known here is not permitted


class NoAnswer(Exception):
    """To be treated as refused."""


class Kessai:
    def __init__(self, module: bytes):
        self.store = Store()
        # There is nothing to import: the module sees no file, no clock and no network.
        self.exports = Instance(self.store, Module(self.store.engine, module), []).exports(self.store)
        self.memory = self.exports["memory"]
        self.out = self.call("alloc", OUT)

    def call(self, name: str, *arguments: int):
        result = self.exports["kessai_" + name](self.store, *arguments)
        # Addresses are 32 bits without a sign, which the runtime reads with one.
        return result if result is None or result >= 0 else result + 2**32

    def read(self, address: int, length: int) -> bytes:
        return bytes(self.memory.read(self.store, address, address + length))

    def text(self, address: int) -> str:
        return self.read(self.call("text_data", address), self.call("text_len", address)).decode()

    def ask(self, name: str, *given):
        """Calls what ends in a result and an error. Texts and bytes are passed by address and length."""
        kept, arguments = [], []
        try:
            for one in given:
                if isinstance(one, int):
                    arguments.append(one)
                    continue
                data = one.encode() if isinstance(one, str) else bytes(one)
                address = self.call("alloc", len(data))
                if address == 0:
                    raise NoAnswer("no memory is left")
                kept.append((address, len(data)))
                self.memory.write(self.store, data, address)
                arguments += [address, len(data)]
            status = self.call(name, *arguments, self.out, self.out + 4)
            result, error = (int.from_bytes(self.read(self.out + at, 4), "little") for at in (0, 4))
            if status == OK:
                return result
            said = self.text(self.call("error_json", error))
            self.call("error_free", error)
            raise NoAnswer(said)
        finally:
            for address, length in kept:
                self.call("dealloc", address, length)


def main(module: str, *paths: str) -> int:
    kessai = Kessai(Path(module).read_bytes())
    service, company, request = (Path(path).read_text("utf-8") for path in paths)
    try:
        bank = kessai.ask("service_new", service)
        firm = kessai.ask("company_new", bank, company)
        kessai.call("service_free", bank)  # the company holds what it needs of it
        verdict = kessai.ask("evaluate_json", firm, request)
    except NoAnswer as error:
        print(error, file=sys.stderr)
        return 2
    print(kessai.text(verdict))
    may_be_made = kessai.call("text_outcome", verdict) in MAY_BE_MADE
    kessai.call("text_free", verdict)
    kessai.call("company_free", firm)
    return 0 if may_be_made else 1


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
