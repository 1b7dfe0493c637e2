"""The corpus through abi.wasm, by the class of the example: the same bytes as in Rust, and all memory given back.

    python corpus.py abi.wasm answers.json
"""

import json
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2] / "examples"))

from evaluate import Kessai, NoAnswer  # noqa: E402

DOORS = {
    "request": "evaluate_json",
    "advance": "advance_json",
    "largest": "largest_payment_json",
    "possible": "possible_json",
    "form": "form_json",
}
NO_ITEM = -1


def answer(kessai, bank, firm, company, case):
    door, question = case["door"], case["question"]
    given = [bank, company, question] if door == "form" else [firm, question]
    if door == "largest":
        given.append(NO_ITEM if case["item"] is None else case["item"])
    try:
        text = kessai.ask(DOORS[door], *given)
    except NoAnswer as error:
        return {"error": json.loads(str(error))}
    said = kessai.text(text)
    kessai.call("text_free", text)
    return {"answer": said}


def main(module, answers):
    kessai = Kessai(Path(module).read_bytes())
    corpus = json.loads(Path(answers).read_text("utf-8"))
    documents, cases = corpus["documents"], corpus["cases"]
    assert len(cases) > 100, len(cases)
    groups = {}
    for case in cases:
        groups.setdefault((case["service"], case["company"]), []).append(case)

    def all_of_them():
        for (service, company), group in groups.items():
            bank = kessai.ask("service_new", documents[service])
            firm = kessai.ask("company_new", bank, documents[company])
            for case in group:
                wanted = {"answer": case["answer"]} if "answer" in case else {"error": json.loads(case["error"])}
                got = answer(kessai, bank, firm, documents[company], case)
                assert got == wanted, (case["name"], got, wanted)
            kessai.call("company_free", firm)
            kessai.call("service_free", bank)

    all_of_them()
    grown = kessai.memory.size(kessai.store)
    all_of_them()
    assert kessai.memory.size(kessai.store) == grown, "memory is not given back"
    print(f"{len(cases)} cases as in Rust, twice in {grown} pages of memory")


main(*sys.argv[1:])
