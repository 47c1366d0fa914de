package pdfin

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"reflect"
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
	// Memory bounds what PDFium itself may take, in bytes; 0 means 320 MB: growing copies it, so twice that may be taken for a moment.
	Memory int64
	// Preparing is called before PDFium is compiled, which takes seconds.
	Preparing func()
	// Progress is called as pages are read.
	Progress func()
}

// Engine is PDFium in a sandbox: it sees no file, no clock and no network. It
// starts with the first file it is given. An Engine is not safe for use by
// several goroutines.
type Engine struct {
	s    Settings
	pool pdfium.Pool
	inst pdfium.Pdfium
	c    *calls
}

// New returns an Engine that has not started yet.
func New(s Settings) *Engine { return &Engine{s: s} }

const (
	wasmPage      = 64 << 10
	defaultMemory = 320 << 20
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
		pool, err := e.compile(e.s.Cache)
		if err != nil && e.s.Cache != "" { // what is kept there may be damaged
			e.forget()
			pool, err = e.compile(e.s.Cache)
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
	c, err := newCalls(inst.GetImplementation())
	if err != nil {
		return errors.Join(err, inst.Close())
	}
	e.inst, e.c = inst, c
	return nil
}

// compile makes PDFium ready to run, from the folder cache if it can.
func (e *Engine) compile(cache string) (pdfium.Pool, error) {
	memory := e.s.Memory
	if memory <= 0 {
		memory = defaultMemory
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
		MaxIdle: 1, MaxTotal: 1,
		FSConfig:      wazero.NewFSConfig(), // its default is the whole disk
		RuntimeConfig: config,
		Stdout:        io.Discard,
		Stderr:        io.Discard,
	})
}

// compiled reports whether the cache holds something to start from.
func (e *Engine) compiled() bool { return len(e.kept()) > 0 }

// kept are the files of the cache.
func (e *Engine) kept() []string {
	if e.s.Cache == "" {
		return nil
	}
	// Seen from the folder: its own name may hold what a pattern takes for a sign.
	found, _ := fs.Glob(os.DirFS(e.s.Cache), "*/*")
	for i := range found {
		found[i] = filepath.Join(e.s.Cache, filepath.FromSlash(found[i]))
	}
	return found
}

// forget empties the cache.
func (e *Engine) forget() {
	for _, f := range e.kept() {
		_ = os.Remove(f)
	}
}

func (e *Engine) progress() {
	if e.s.Progress != nil {
		e.s.Progress()
	}
}

// recycle throws the instance away; the next file gets a fresh one.
func (e *Engine) recycle() {
	if e.inst == nil {
		return
	}
	_ = e.inst.Kill() // Close would call into it once more, and it may be broken
	e.inst, e.c = nil, nil
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

// calls are PDFium's own exported functions. Calling them costs a tenth of the
// library's wrappers, which look up a handle and take a lock for each character.
type calls struct {
	lookup reflect.Value // func(string) Function of the library's module
	memory memory
	funcs  map[string]*call
	heap   uint32 // scratch space for results
}

// memory is the sandbox's memory.
type memory interface {
	Size() uint32
	Read(offset, count uint32) ([]byte, bool)
	Write(offset uint32, v []byte) bool
}

type callable interface {
	CallWithStack(ctx context.Context, stack []uint64) error
}

const heapSize = 4096

// newCalls reaches through the library's implementation. Its types are
// internal, its methods are not.
func newCalls(implementation any) (c *calls, err error) {
	defer func() {
		if p := recover(); p != nil {
			err = fmt.Errorf("this version of go-pdfium hides its module: %v", p)
		}
	}()
	module := reflect.ValueOf(implementation).Elem().FieldByName("Module").Elem()
	c = &calls{lookup: module.MethodByName("ExportedFunction"), funcs: map[string]*call{}}
	c.memory = module.MethodByName("Memory").Call(nil)[0].Interface().(memory)
	c.heap = c.fn("malloc").u32(heapSize)
	if c.heap == 0 {
		return nil, errors.New("no memory in the sandbox")
	}
	return c, nil
}

// fn finds an exported function. Callers keep what they call often.
func (c *calls) fn(name string) *call {
	f := c.funcs[name]
	if f == nil {
		found := c.lookup.Call([]reflect.Value{reflect.ValueOf(name)})[0]
		if found.IsNil() {
			panic(trap{fmt.Errorf("PDFium has no %s", name)})
		}
		f = &call{f: found.Interface().(callable)}
		c.funcs[name] = f
	}
	return f
}

// call is one exported function with its stack.
type call struct {
	f     callable
	stack [16]uint64
}

// trap is a panic for what goes wrong inside the sandbox: the caller's fence
// turns it into an error and the instance is thrown away.
type trap struct{ err error }

// raw calls the function.
func (f *call) raw(args ...uint64) uint64 {
	copy(f.stack[:], args)
	if err := f.f.CallWithStack(context.Background(), f.stack[:]); err != nil {
		panic(trap{err})
	}
	return f.stack[0]
}

func (f *call) u32(args ...uint64) uint32 { return uint32(f.raw(args...)) }
func (f *call) int(args ...uint64) int    { return int(int32(f.raw(args...))) }
func (f *call) ok(args ...uint64) bool    { return uint32(f.raw(args...)) != 0 }
