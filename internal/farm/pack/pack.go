// Package pack puts what came of an input together for its way through the queue: one piece,
// and a smaller one where that can be. A Result as JSON takes a fifth; what is compressed
// already, as workbooks and PDFs are, goes as it is.
package pack

import (
	"bytes"
	"errors"
	"sync"

	"github.com/klauspost/compress/s2"
)

// worth is the share that has to be saved, one in so many bytes.
const worth = 8

// scratch is memory that packing takes for a moment, which is five times what is left.
type scratch struct{ whole, less []byte }

var scratches = sync.Pool{New: func() any { return new(scratch) }}

// mostKept bounds what is kept for the next pack.
const mostKept = 1 << 20

// Pack puts blobs one behind the other. small says that it had to be made smaller.
func Pack(blobs [][]byte) (pack []byte, small bool) {
	s := scratches.Get().(*scratch)
	s.whole = s.whole[:0]
	for _, b := range blobs {
		s.whole = append(s.whole, b...)
	}
	s.less = s2.Encode(s.less[:cap(s.less)], s.whole)
	if len(s.less) < len(s.whole)-len(s.whole)/worth {
		pack, small = bytes.Clone(s.less), true
	} else {
		pack = bytes.Clone(s.whole)
	}
	if cap(s.less) <= mostKept {
		scratches.Put(s)
	}
	return pack, small
}

var errDamaged = errors.New("not what was packed")

// Unpack takes a pack apart into blobs of these sizes, which bound what it takes. buf is
// memory that may be used for them, and is good until then.
func Unpack(buf, pack []byte, small bool, sizes []int) (blobs [][]byte, used []byte, err error) {
	total := 0
	for _, n := range sizes {
		if n < 0 {
			return nil, buf, errDamaged
		}
		total += n
	}
	if small {
		n, err := s2.DecodedLen(pack)
		if err != nil || n != total {
			return nil, buf, errDamaged
		}
		if pack, err = s2.Decode(buf[:cap(buf)], pack); err != nil {
			return nil, buf, errDamaged
		}
		buf = pack
	}
	if len(pack) != total {
		return nil, buf, errDamaged
	}
	for _, n := range sizes {
		blobs = append(blobs, pack[:n])
		pack = pack[n:]
	}
	return blobs, buf, nil
}
