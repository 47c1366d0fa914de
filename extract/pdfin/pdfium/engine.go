package pdfium

import (
	"context"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"time"

	"github.com/klippa-app/go-pdfium"
	"github.com/klippa-app/go-pdfium/webassembly"
	"github.com/tetratelabs/wazero"
	"github.com/tetratelabs/wazero/api"
	"github.com/tetratelabs/wazero/experimental"
)

// Settings say how an Engine runs.
type Settings struct {
	// Cache is the folder where the compiled form of PDFium is kept: 0.1 s to
	// start from it, 2 to 5 s without. It holds machine code that will be run, so
	// it must be private to the user. Empty means none.
	Cache string
	// Memory bounds what PDFium itself may take, in bytes; 0 means DefaultMemory.
	// Where nothing can be set aside (linear.go) growing copies it, so that twice
	// that may be taken for a moment.
	Memory int64
	// Preparing is called before PDFium is compiled, which takes seconds.
	Preparing func()
}

// Engine is PDFium in a sandbox: it sees no file, no clock and no network. It
// starts with the first file it is given. An Engine is not safe for use by
// several goroutines.
type Engine struct {
	s    Settings
	make func(cache string) (pdfium.Pool, error) // compile
	pool pdfium.Pool
	inst pdfium.Pdfium
	lib  *library
}

// New returns an Engine that has not started yet.
func New(s Settings) *Engine {
	e := &Engine{s: s}
	e.make = e.compile
	return e
}

// DefaultMemory is what PDFium may take unless Settings say otherwise.
const DefaultMemory = 320 << 20

const (
	wasmPage = 64 << 10
	// recycleAbove is the size past which an instance is thrown away after a
	// file: its memory never shrinks.
	recycleAbove = 96 << 20
)

// start brings the engine to where it can take a file.
func (e *Engine) start() error {
	if e.pool == nil {
		if e.s.Preparing != nil && !e.compiled() {
			e.s.Preparing()
		}
		pool, err := e.make(e.s.Cache)
		if err != nil && e.s.Cache != "" { // what is kept there may be damaged
			Forget(e.s.Cache)
			pool, err = e.make(e.s.Cache)
		}
		if err != nil {
			return err
		}
		e.pool = pool
	}
	if e.inst != nil {
		return nil
	}
	inst, err := e.pool.GetInstance(time.Minute)
	if err != nil {
		return err
	}
	lib, err := reach(inst.GetImplementation())
	if err != nil {
		return errors.Join(err, inst.Close())
	}
	e.inst, e.lib = inst, lib
	return nil
}

// compile makes PDFium ready to run, from the folder cache if it can.
func (e *Engine) compile(cache string) (pdfium.Pool, error) {
	memory := e.s.Memory
	if memory <= 0 {
		memory = DefaultMemory
	}
	config := wazero.NewRuntimeConfig().
		WithCoreFeatures(api.CoreFeaturesV2 | experimental.CoreFeaturesExceptionHandling).
		WithMemoryLimitPages(uint32(memory / wasmPage)).
		WithDebugInfoEnabled(false)
	if cache != "" {
		// A folder that cannot be used costs time, not the input.
		if kept, err := wazero.NewCompilationCacheWithDir(cache); err == nil {
			config = config.WithCompilationCache(kept)
		}
	}
	return webassembly.Init(webassembly.Config{
		Context: withMemory(context.Background()),
		MaxIdle: 1, MaxTotal: 1,
		FSConfig:      wazero.NewFSConfig(), // its default is the whole disk
		RuntimeConfig: config,
		Stdout:        io.Discard,
		Stderr:        io.Discard,
	})
}

// compiled reports whether the cache holds something to start from.
func (e *Engine) compiled() bool { return len(kept(e.s.Cache)) > 0 }

// kept are the files of a cache.
func kept(cache string) []string {
	if cache == "" {
		return nil
	}
	// Seen from the folder: its own name may hold what a pattern takes for a sign.
	found, _ := fs.Glob(os.DirFS(cache), "*/*")
	for i := range found {
		found[i] = filepath.Join(cache, filepath.FromSlash(found[i]))
	}
	return found
}

// Forget empties a cache; the next Engine compiles again.
func Forget(cache string) {
	for _, f := range kept(cache) {
		_ = os.Remove(f)
	}
}

// recycle throws the instance away; the next file gets a fresh one.
func (e *Engine) recycle() {
	if e.inst == nil {
		return
	}
	_ = e.inst.Kill() // Close would call into it once more, and it may be broken
	e.inst, e.lib = nil, nil
}

// Close ends the engine.
func (e *Engine) Close() error {
	if e.pool == nil {
		return nil
	}
	e.recycle()
	err := e.pool.Close()
	e.pool = nil
	return err
}
