"""Decides transfers by records, with ctypes alone: one line a transfer, `BANK,BRANCH,PAYMENT,BEARER` (1 the payer, 2 the payee; nothing
is missing). Prints `OUTCOME FEE WITHDRAWAL REASONS` for each.

    python records.py LIBRARY SERVICE COMPANY TRANSFERS
"""

import ctypes
import sys
from ctypes import POINTER, Structure, byref, c_char, c_char_p, c_int32, c_size_t, c_void_p
from pathlib import Path


def layout(*fields):
    """Fields of characters: a name and a size, or a name and another layout, perhaps several times."""
    return [(name, c_char * of if isinstance(of, int) else of) for name, of in fields]


# What is not used here is left out: `rest` has its room. docs/records.md has every position.
class Usage(Structure):
    _fields_ = layout(("limit", 64), ("whose", 64), ("kind", 1), ("day", 8), ("used", 18))


class Request(Structure):
    _fields_ = layout(
        ("user", 64), ("business", 64), ("account", 64), ("operation", 2), ("now", 21), ("value_date", 8),
        ("entry", 1), ("sender_name", 48), ("sender_code", 10), ("approver", c_char * 64 * 16),
        ("usage_count", 3), ("usage", Usage * 16), ("rest", 1360),
    )  # fmt: skip


class Item(Structure):
    _fields_ = layout(
        ("payee_kind", 1), ("bank", 11), ("branch", 11), ("account_type", 4), ("number", 34), ("name", 70),
        ("registered_on", 8), ("registered_at", 21), ("document", 1), ("payment", 18), ("bearer", 1), ("rest", 154),
    )  # fmt: skip


class Verdict(Structure):
    _fields_ = layout(
        ("outcome", 2), ("status", 4), ("error", 4), ("error_field", 4), ("error_index", 6), ("error_record", 3),
        ("error_at", 5), ("value_date", 8), ("fee_set", 1), ("payment", 18), ("deducted", 18), ("transfer", 18),
        ("bank_fee", 18), ("withdrawal", 18), ("rest", 2784), ("reason_count", 6), ("more", 6933),
    )  # fmt: skip


assert [ctypes.sizeof(record) for record in (Request, Item, Verdict)] == [5149, 334, 9850]


def put(record, **fields: str) -> None:
    """Sets fields, with spaces behind their texts."""
    for name, text in fields.items():
        size = getattr(type(record), name).size
        setattr(record, name, text.encode("ascii").ljust(size))


def blank(record):
    """A record in which everything is missing."""
    ctypes.memset(byref(record), ord(" "), ctypes.sizeof(record))
    return record


def request() -> Request:
    """What all transfers here have in common."""
    made = blank(Request())
    put(made, user="taro01", business="transfer", account="081-1-0100001", operation="01")
    put(made, now="2026112010150000+0900", value_date="20261124", usage_count="002")
    made.approver[0].value = b"hanako01".ljust(64)
    for usage, limit in zip(made.usage, ["accountPerDay.total", "accountPerDay.preRegistered"]):
        put(usage, limit=limit, day="20261120", used="0" * 18)
    return made


def check(status: int) -> None:
    """A call without a result: no answer, to be treated as refused."""
    if status != 0:
        raise RuntimeError(f"status {status}")


def main(path: str, *paths: str) -> int:
    library, out = ctypes.CDLL(path), POINTER(c_void_p)
    library.kessai_service_new.argtypes = [c_char_p, c_size_t, out, out]
    library.kessai_company_new.argtypes = [c_void_p, c_char_p, c_size_t, out, out]
    library.kessai_session_new.argtypes = [c_void_p, c_char_p, c_size_t, out, out]
    library.kessai_record_evaluate.argtypes = [c_void_p] + [c_void_p] * 4
    library.kessai_record_evaluate.restype = c_int32
    for name in ("service", "company", "session"):
        function = getattr(library, f"kessai_{name}_free")
        function.argtypes, function.restype = [c_void_p], None

    bank, firm, session = c_void_p(), c_void_p(), c_void_p()
    service, company = (Path(path).read_bytes() for path in paths[:2])
    check(library.kessai_service_new(service, len(service), byref(bank), None))
    check(library.kessai_company_new(bank, company, len(company), byref(firm), None))
    check(library.kessai_session_new(firm, b"UTF-8", 5, byref(session), None))

    asked, item, verdict = request(), Item(), Verdict()
    for line in Path(paths[2]).read_text("ascii").splitlines():
        to_bank, branch, payment, bearer = line.split(",")
        put(blank(item), payee_kind="1", bank=to_bank, branch=branch, bearer=bearer)
        put(item, payment=payment.zfill(18) if payment else "")
        # Only 0 and 4 may go on; whatever else it is, also what is not known here, is refused.
        outcome = library.kessai_record_evaluate(session, byref(asked), byref(item), None, byref(verdict))
        fields = (verdict.bank_fee, verdict.withdrawal, verdict.reason_count)
        print(f"{outcome:02}", *(field.decode("ascii") for field in fields))
    library.kessai_session_free(session)
    library.kessai_company_free(firm)
    library.kessai_service_free(bank)
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
