// Decides the requests of a file, one JSON text a line, and prints a verdict for each: documents are read once, goroutines share the
// company.
//
//	go run evaluate.go SERVICE COMPANY REQUESTS
package main

// #cgo pkg-config: kessai
// #include <stdlib.h>
// #include <kessai.h>
import "C"

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"sync"
	"unsafe"
)

func text(of *C.kessai_text) string {
	return C.GoStringN(C.kessai_text_data(of), C.int(C.kessai_text_len(of)))
}

// noAnswer is to be treated as refused. Its text is the error's JSON: code, place, messages.
func noAnswer(why *C.kessai_error) error {
	defer C.kessai_error_free(why)
	return errors.New(text(C.kessai_error_json(why)))
}

// bytesOf lends bytes for one call: Go's memory is not moved meanwhile, and the library keeps nothing of it.
func bytesOf(json []byte) (*C.char, C.size_t) {
	if len(json) == 0 {
		return (*C.char)(unsafe.Pointer(&[1]byte{})), 0
	}
	return (*C.char)(unsafe.Pointer(&json[0])), C.size_t(len(json))
}

func load(service, company []byte) (*C.kessai_company, error) {
	var bank *C.kessai_service
	var firm *C.kessai_company
	var why *C.kessai_error
	data, length := bytesOf(service)
	if C.kessai_service_new(data, length, &bank, &why) != C.KESSAI_STATUS_OK {
		return nil, noAnswer(why)
	}
	defer C.kessai_service_free(bank) // the company holds what it needs of it
	data, length = bytesOf(company)
	if C.kessai_company_new(bank, data, length, &firm, &why) != C.KESSAI_STATUS_OK {
		return nil, noAnswer(why)
	}
	return firm, nil
}

func evaluate(firm *C.kessai_company, request []byte) (string, error) {
	var verdict *C.kessai_text
	var why *C.kessai_error
	data, length := bytesOf(request)
	if C.kessai_evaluate_json(firm, data, length, &verdict, &why) != C.KESSAI_STATUS_OK {
		return "", noAnswer(why)
	}
	defer C.kessai_text_free(verdict)
	return text(verdict), nil
}

func main() {
	var files [3][]byte
	for at := range files {
		data, err := os.ReadFile(os.Args[at+1])
		if err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(2)
		}
		files[at] = data
	}
	firm, err := load(files[0], files[1])
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(2)
	}
	defer C.kessai_company_free(firm)
	requests := bytes.Split(bytes.TrimSuffix(files[2], []byte("\n")), []byte("\n"))
	answers := make([]string, len(requests))
	var group sync.WaitGroup
	for first := 0; first < 4; first++ {
		group.Add(1)
		go func(first int) {
			defer group.Done()
			for at := first; at < len(requests); at += 4 {
				answer, err := evaluate(firm, requests[at])
				if err != nil {
					answer = err.Error()
				}
				answers[at] = answer
			}
		}(first)
	}
	group.Wait()
	for _, answer := range answers {
		fmt.Println(answer)
	}
}
