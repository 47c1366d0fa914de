package main

import (
	"fmt"
	"os"
	"path/filepath"
	"runtime/debug"
	"sync"

	"ziping/extract"
	"ziping/extract/formats"
	"ziping/extract/pdfin"
	"ziping/extract/recognise"
	"ziping/extract/scanin"
	"ziping/internal/pipeline"
	"ziping/internal/worker"
)

// workerCommand is the hidden subcommand that makes this program a worker. It
// is looked at before anything else, so that a worker starts fast.
const workerCommand = "read-worker"

// newPool is the pool of processes that read PDF; none runs before a PDF comes.
func (a *app) newPool() *worker.Pool {
	exe, err := os.Executable()
	if err != nil {
		exe = os.Args[0]
	}
	return worker.NewPool(worker.Settings{
		Path: exe, Name: os.Args[0], Args: []string{workerCommand},
		Crashed: func() { pdfin.Forget(cacheFolder()) },
		Preparing: sync.OnceFunc(func() {
			fmt.Fprintln(a.stderr, "ziping: "+a.say("首次读取 PDF，正在准备（约几秒，以后不再需要）…", "first PDF: preparing, once, for a few seconds …"))
		}),
	})
}

// work is the worker: it reads PDF from standard input until that ends.
func (a *app) work() int {
	work := readers()
	if a.read != nil {
		work.Read = a.read
	}
	if err := worker.Serve(a.stdin, a.stdout, work); err != nil {
		return exitAllFailed
	}
	return exitOK
}

// readers reads PDF and pictures with engines of its own, each started with the first
// file that needs it, and lays text over them.
func readers() worker.Work {
	var report worker.Reporter
	progress := func() { report.Progress() }
	compiled := false
	recogniser := sync.OnceValue(func() *recognise.Reader { return newRecogniser(func() { report.Page() }) })
	settings := pdfin.Settings{
		Cache:     cacheFolder(),
		Preparing: func() { compiled = true; report.Preparing() },
		Progress:  progress,
	}
	if recognises {
		settings.Recogniser = recogniser
	}
	engine := pdfin.New(settings)
	read := func(data []byte, o extract.Options, r worker.Reporter) (*extract.Document, error) {
		report = r
		o.Heading, o.MayHoldForm = pipeline.Heading, pipeline.MayHoldForm // functions do not cross the pipe
		if formats.Sniff(data) == formats.Image {
			return scanin.New(recogniser(), progress).Read(data, o)
		}
		doc, err := engine.Read(data, o)
		if compiled { // which took some 300 MB, and nothing for the files to come
			compiled = false
			debug.FreeOSMemory()
		}
		return doc, err
	}
	over := func(data []byte, layers []extract.Layer, o extract.Options, r worker.Reporter) ([]byte, error) {
		report = r
		return searchable(engine, data, layers, o, progress)
	}
	return worker.Work{Read: read, Over: over}
}

// cacheFolder is where compiled PDFium is kept, "" if there is no place for it
// that is the user's alone: what lies there will be run.
func cacheFolder() string {
	base, err := os.UserCacheDir()
	if err != nil {
		return ""
	}
	dir := filepath.Join(base, "ziping", "pdfium")
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return ""
	}
	// Who may write to the folder above could put another in its place.
	for _, d := range []string{filepath.Dir(dir), dir} {
		if info, err := os.Lstat(d); err != nil || !info.IsDir() || !private(info) {
			return ""
		}
	}
	return dir
}
