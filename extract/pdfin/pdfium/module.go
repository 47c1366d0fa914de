package pdfium

import (
	"context"
	"errors"
	"fmt"
	"reflect"
)

// library are PDFium's own exported functions and its memory. Calling them costs
// a tenth of go-pdfium's wrappers, which look up a handle and take a lock for
// each character.
type library struct {
	lookup reflect.Value // func(string) Function of the module
	memory memory
	calls  [len(names)]call
	heap   uint32 // scratch space for results
}

// memory is the sandbox's memory.
type memory interface {
	Size() uint32
	Read(offset, count uint32) ([]byte, bool)
	Write(offset uint32, v []byte) bool
}

// moduleField is the field of go-pdfium's implementation that holds the module
// of WebAssembly. The type is internal to that library, so the field is no part
// of what it promises; TestReach fails when it moves.
const moduleField = "Module"

const heapSize = 4096

// reach takes the module out of go-pdfium's implementation: its types are
// internal, its methods are not.
func reach(implementation any) (l *library, err error) {
	defer func() {
		if p := recover(); p != nil {
			err = fmt.Errorf("this version of go-pdfium hides its module: %v", p)
		}
	}()
	module := reflect.ValueOf(implementation).Elem().FieldByName(moduleField).Elem()
	l = &library{lookup: module.MethodByName("ExportedFunction")}
	l.memory = module.MethodByName("Memory").Call(nil)[0].Interface().(memory)
	if l.heap = l.malloc(heapSize); l.heap == 0 {
		return nil, errors.New("no memory in the sandbox")
	}
	return l, nil
}

// has reports that the module exports a function.
func (l *library) has(f function) bool {
	return !l.lookup.Call([]reflect.Value{reflect.ValueOf(names[f])})[0].IsNil()
}

// fn is an exported function, looked up when it is first called: each takes a
// stack of its own in the sandbox's runtime.
func (l *library) fn(f function) *call {
	c := &l.calls[f]
	if c.f == nil {
		if !l.has(f) {
			panic("this version of PDFium has no " + names[f])
		}
		c.f = l.lookup.Call([]reflect.Value{reflect.ValueOf(names[f])})[0].Interface().(callable)
	}
	return c
}

type callable interface {
	CallWithStack(ctx context.Context, stack []uint64) error
}

// call is one exported function with its stack.
type call struct {
	f     callable
	stack [16]uint64
}

// raw calls the function. It panics with a *Trap where that fails: Open is the
// fence that turns it into an error.
func (c *call) raw(args ...uint64) uint64 {
	copy(c.stack[:], args)
	if err := c.f.CallWithStack(context.Background(), c.stack[:]); err != nil {
		panic(&Trap{err})
	}
	return c.stack[0]
}

func (c *call) u32(args ...uint64) uint32 { return uint32(c.raw(args...)) }
func (c *call) int(args ...uint64) int    { return int(int32(c.raw(args...))) }
func (c *call) ok(args ...uint64) bool    { return uint32(c.raw(args...)) != 0 }
