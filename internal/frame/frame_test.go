package frame

import (
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
