"""Decides the requests of a file, one JSON text a line, and prints a verdict for each, by libkessai and ctypes alone.

    python evaluate.py LIBRARY SERVICE COMPANY REQUESTS
"""

import ctypes
import sys
from ctypes import POINTER, byref, c_char_p, c_int32, c_size_t, c_void_p
from pathlib import Path

OK = 0  # KESSAI_STATUS_OK


class NoAnswer(Exception):
    """To be treated as refused. Its text is the error's JSON: code, place, messages."""


class Kessai:
    """The functions of the library that are called here, with their types."""

    def __init__(self, path: str):
        self.library = ctypes.CDLL(path)
        pointer, out = c_void_p, POINTER(c_void_p)
        for name, result, parameters in [
            ("service_new", c_int32, [c_char_p, c_size_t, out, out]),
            ("company_new", c_int32, [pointer, c_char_p, c_size_t, out, out]),
            ("evaluate_json", c_int32, [pointer, c_char_p, c_size_t, out, out]),
            ("service_free", None, [pointer]),
            ("company_free", None, [pointer]),
            ("text_free", None, [pointer]),
            ("error_free", None, [pointer]),
            ("error_json", pointer, [pointer]),
            ("text_data", pointer, [pointer]),
            ("text_len", c_size_t, [pointer]),
            ("text_outcome", c_int32, [pointer]),
        ]:
            function = getattr(self.library, "kessai_" + name)
            function.restype, function.argtypes = result, parameters
            setattr(self, name, function)

    def text(self, text) -> str:
        return ctypes.string_at(self.text_data(text), self.text_len(text)).decode()

    def call(self, function, *given) -> c_void_p:
        """Calls what ends in a result and an error; texts are passed with their lengths."""
        arguments = []
        for one in given:
            arguments += [one.encode(), len(one.encode())] if isinstance(one, str) else [one]
        result, error = c_void_p(), c_void_p()
        if function(*arguments, byref(result), byref(error)) == OK:
            return result
        try:
            raise NoAnswer(self.text(self.error_json(error)))
        finally:
            self.error_free(error)


def main(library: str, *paths: str) -> int:
    kessai = Kessai(library)
    service, company, requests = (Path(path).read_text("utf-8") for path in paths)
    try:
        bank = kessai.call(kessai.service_new, service)
        firm = kessai.call(kessai.company_new, bank, company)
    except NoAnswer as error:
        print(error, file=sys.stderr)
        return 2
    kessai.service_free(bank)  # the company holds what it needs of it
    for request in requests.splitlines():
        try:
            verdict = kessai.call(kessai.evaluate_json, firm, request)
        except NoAnswer as error:
            print(error)
            continue
        print(kessai.text(verdict))
        kessai.text_free(verdict)
    kessai.company_free(firm)
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
