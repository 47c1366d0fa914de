package pdfium

import (
	"context"

	"github.com/tetratelabs/wazero/experimental"
)

// linear is the sandbox's memory: all that it may ever take is set aside at once, of
// which only what is touched counts, so that growing copies nothing. It is not Go's,
// and a view of it is not to be touched once the instance is thrown away.
type linear struct{ all []byte }

func (l *linear) Reallocate(size uint64) []byte {
	if size > uint64(len(l.all)) {
		return nil
	}
	return l.all[:size]
}

func (l *linear) Free() {
	giveBack(l.all)
	l.all = nil
}

// growing is the sandbox's memory where nothing can be set aside.
type growing struct{ now []byte }

func (g *growing) Reallocate(size uint64) []byte {
	if size > uint64(cap(g.now)) {
		const spare = 4 << 20
		g.now = append(make([]byte, 0, size+spare), g.now...)
	}
	g.now = g.now[:size]
	return g.now
}

func (g *growing) Free() { g.now = nil }

// withMemory is a context in which sandboxes take their memory so.
func withMemory(ctx context.Context) context.Context {
	return experimental.WithMemoryAllocator(ctx, experimental.MemoryAllocatorFunc(func(_, most uint64) experimental.LinearMemory {
		if all := setAside(most); all != nil {
			return &linear{all}
		}
		return &growing{}
	}))
}
