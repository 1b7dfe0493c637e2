// Decides transfers by records: one line a transfer, `BANK,BRANCH,PAYMENT,BEARER` (1 the payer, 2 the payee; nothing is missing), and
// prints `OUTCOME FEE WITHDRAWAL REASONS` for each. Documents are read once; each goroutine has a session of its own.
//
//	go run records.go SERVICE COMPANY TRANSFERS
package main

// #cgo pkg-config: kessai
// #include <stdlib.h>
// #include <kessai.h>
import "C"

import (
	"fmt"
	"os"
	"strings"
	"sync"
	"unsafe"
)

// put sets a field of characters, with spaces behind its text.
func put(field []C.char, text string) {
	for at := range field {
		field[at] = ' '
		if at < len(text) {
			field[at] = C.char(text[at])
		}
	}
}

// number sets a field of digits, with zeros ahead; nothing is spaces, which is missing.
func number(field []C.char, text string) {
	if text != "" {
		text = fmt.Sprintf("%0*s", len(field), text)
	}
	put(field, text)
}

func text(field []C.char) string {
	return C.GoStringN(&field[0], C.int(len(field)))
}

// blank makes everything missing.
func blank(record unsafe.Pointer, size uintptr) {
	bytes := unsafe.Slice((*byte)(record), size)
	for at := range bytes {
		bytes[at] = ' '
	}
}

// common is what all transfers here have in common.
func common() *C.kessai_record_request {
	request := new(C.kessai_record_request)
	blank(unsafe.Pointer(request), unsafe.Sizeof(*request))
	put(request.user[:], "taro01")
	put(request.business[:], "transfer")
	put(request.account[:], "081-1-0100001")
	put(request.operation[:], "01")
	put(request.now[:], "2026112010150000+0900")
	put(request.value_date[:], "20261124")
	put(request.approver[0][:], "hanako01")
	put(request.usage_count[:], "002")
	for at, limit := range []string{"accountPerDay.total", "accountPerDay.preRegistered"} {
		put(request.usage[at].limit[:], limit)
		put(request.usage[at].day[:], "20261120")
		number(request.usage[at].used[:], "0")
	}
	return request
}

// check ends the program where there is no result: no answer, to be treated as refused.
func check(status C.kessai_status) {
	if status != C.KESSAI_STATUS_OK {
		fmt.Fprintln(os.Stderr, "status", status)
		os.Exit(2)
	}
}

func file(path string) []byte {
	data, err := os.ReadFile(path)
	if err != nil || len(data) == 0 {
		fmt.Fprintln(os.Stderr, "cannot read", path)
		os.Exit(2)
	}
	return data
}

func load(service, company []byte) *C.kessai_company {
	var bank *C.kessai_service
	var firm *C.kessai_company
	check(C.kessai_service_new((*C.char)(unsafe.Pointer(&service[0])), C.size_t(len(service)), &bank, nil))
	defer C.kessai_service_free(bank) // the company holds what it needs of it
	check(C.kessai_company_new(bank, (*C.char)(unsafe.Pointer(&company[0])), C.size_t(len(company)), &firm, nil))
	return firm
}

// decide answers each step-th line from the first on.
func decide(firm *C.kessai_company, lines, answers []string, first, step int) {
	charset := C.CString("UTF-8")
	defer C.free(unsafe.Pointer(charset))
	var session *C.kessai_session
	check(C.kessai_session_new(firm, charset, 5, &session, nil))
	defer C.kessai_session_free(session)
	request, item, verdict := common(), new(C.kessai_record_item), new(C.kessai_record_verdict)
	for at := first; at < len(lines); at += step {
		values := strings.Split(lines[at], ",")
		blank(unsafe.Pointer(item), unsafe.Sizeof(*item))
		put(item.payee_kind[:], "1")
		put(item.bank[:], values[0])
		put(item.branch[:], values[1])
		number(item.payment[:], values[2])
		put(item.bearer[:], values[3])
		// Only 0 and 4 may go on; whatever else it is, also what is not known here, is refused.
		outcome := C.kessai_record_evaluate(session, request, item, nil, verdict)
		fee, withdrawal := text(verdict.bank_fee[:]), text(verdict.withdrawal[:])
		answers[at] = fmt.Sprintf("%02d %s %s %s", outcome, fee, withdrawal, text(verdict.reason_count[:]))
	}
}

func main() {
	firm := load(file(os.Args[1]), file(os.Args[2]))
	defer C.kessai_company_free(firm)
	lines := strings.Split(strings.TrimSuffix(string(file(os.Args[3])), "\n"), "\n")
	answers := make([]string, len(lines))
	var group sync.WaitGroup
	for first := 0; first < 4; first++ {
		group.Add(1)
		go func(first int) {
			defer group.Done()
			decide(firm, lines, answers, first, 4)
		}(first)
	}
	group.Wait()
	for _, answer := range answers {
		fmt.Println(answer)
	}
}
