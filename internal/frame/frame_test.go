package frame

import (
	"bufio"
	"bytes"
	"encoding/binary"
	"runtime"
	"strings"
	"testing"
)

// A message that claims to be long takes no more memory than what comes of it.
func TestFrameOfALyingLength(t *testing.T) {
	head := binary.BigEndian.AppendUint32(nil, most)
	var r struct{}
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	if err := Read(bytes.NewReader(append(head, "{}"...)), &r); err == nil {
		t.Error("a message that ends early: got no error")
	}
	if runtime.ReadMemStats(&after); after.TotalAlloc-before.TotalAlloc > 1<<20 {
		t.Errorf("got %d bytes allocated for a message of two", after.TotalAlloc-before.TotalAlloc)
	}
	head = binary.BigEndian.AppendUint32(nil, most+1)
	if err := Read(bytes.NewReader(head), &r); err == nil || !strings.Contains(err.Error(), "long") {
		t.Errorf("a message over the limit: got %v", err)
	}
}

// writes counts the writes to what lies below a buffer.
type writes int

func (w *writes) Write(p []byte) (int, error) {
	*w++
	return len(p), nil
}

// A message is one write; many that go into a buffer are none until it is flushed.
func TestWritesAreFew(t *testing.T) {
	var n writes
	if err := Write(&n, 1, make([]byte, 1000), make([]byte, 1000)); err != nil || n != 1 {
		t.Errorf("a message took %d writes, %v", n, err)
	}
	n = 0
	out := bufio.NewWriterSize(&n, 64<<10)
	for range 10 {
		if err := Write(out, 1, make([]byte, 1000)); err != nil {
			t.Fatal(err)
		}
	}
	if n != 0 {
		t.Errorf("ten messages took %d writes before the buffer was flushed", n)
	}
	if err := out.Flush(); err != nil || n != 1 {
		t.Errorf("then %d writes, %v", n, err)
	}
}

// A blob comes whole whatever its length, with no more beside it than what came before.
func TestBlob(t *testing.T) {
	for _, n := range []int{0, 1, blobBegins - 1, blobBegins, blobBegins + 1, 4 * blobBegins, 5*blobBegins + 7} {
		want := bytes.Repeat([]byte("0123456"), n/7+1)[:n]
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		got, err := Blob(bytes.NewReader(want), n)
		runtime.ReadMemStats(&after)
		if err != nil || !bytes.Equal(got, want) {
			t.Errorf("of %d bytes: got %d, %v", n, len(got), err)
		}
		if took := int(after.TotalAlloc - before.TotalAlloc); took > n+n*2/3+blobBegins+1<<12 {
			t.Errorf("of %d bytes: took %d", n, took)
		}
		if _, err := Blob(bytes.NewReader(want), n+1); err == nil {
			t.Errorf("%d bytes of %d: got no error", n, n+1)
		}
	}
	if _, err := Blob(strings.NewReader(""), -1); err == nil {
		t.Error("of -1 bytes: got no error")
	}
}
