// Plaintext is what reading a PDF costs at least: it starts the same build of
// PDFium as the program does, from the same kept form of it, opens one file and
// prints its text, page by page. docs/performance.md compares with it.
//
//	go build -o plaintext ./tools/eval/plaintext
//	plaintext FILE.pdf
package main

import (
	"bufio"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"time"

	"github.com/klippa-app/go-pdfium/requests"
	"github.com/klippa-app/go-pdfium/webassembly"
	"github.com/tetratelabs/wazero"
	"github.com/tetratelabs/wazero/api"
	"github.com/tetratelabs/wazero/experimental"
)

func main() {
	if len(os.Args) != 2 {
		fmt.Fprintln(os.Stderr, "usage: plaintext FILE.pdf")
		os.Exit(2)
	}
	if err := run(os.Args[1]); err != nil {
		fmt.Fprintln(os.Stderr, "plaintext:", err)
		os.Exit(1)
	}
}

func run(file string) error {
	data, err := os.ReadFile(file)
	if err != nil {
		return err
	}
	config := wazero.NewRuntimeConfig().
		WithCoreFeatures(api.CoreFeaturesV2 | experimental.CoreFeaturesExceptionHandling).
		WithDebugInfoEnabled(false)
	if base, err := os.UserCacheDir(); err == nil {
		if kept, err := wazero.NewCompilationCacheWithDir(filepath.Join(base, "ziping", "pdfium")); err == nil {
			config = config.WithCompilationCache(kept)
		}
	}
	pool, err := webassembly.Init(webassembly.Config{
		MaxIdle: 1, MaxTotal: 1, FSConfig: wazero.NewFSConfig(), RuntimeConfig: config, Stdout: io.Discard, Stderr: io.Discard,
	})
	if err != nil {
		return err
	}
	engine, err := pool.GetInstance(time.Minute)
	if err != nil {
		return err
	}
	doc, err := engine.OpenDocument(&requests.OpenDocument{File: &data})
	if err != nil {
		return err
	}
	count, err := engine.FPDF_GetPageCount(&requests.FPDF_GetPageCount{Document: doc.Document})
	if err != nil {
		return err
	}
	out := bufio.NewWriter(os.Stdout)
	for i := range count.PageCount {
		text, err := engine.GetPageText(&requests.GetPageText{Page: requests.Page{ByIndex: &requests.PageByIndex{Document: doc.Document, Index: i}}})
		if err != nil {
			return err
		}
		fmt.Fprintln(out, text.Text)
	}
	return out.Flush()
}
