package searchout

import (
	"bytes"
	"compress/zlib"
	"fmt"
)

// objects are new objects of a file, one behind the other.
type objects struct {
	bytes.Buffer
	first int   // where in the file they begin
	next  int   // the number of the next new one
	at    []int // where each stands, in the order written
	nums  []int
	gens  []int
}

// add writes a new object and gives the way to refer to it.
func (o *objects) add(value string) string {
	o.begin(o.take(), 0)
	o.WriteString(value)
	o.WriteString("\nendobj\n")
	return o.last()
}

// take takes the next number.
func (o *objects) take() int {
	o.next++
	return o.next - 1
}

// begin begins an object of a certain number.
func (o *objects) begin(number, generation int) {
	o.at, o.nums, o.gens = append(o.at, o.first+o.Len()), append(o.nums, number), append(o.gens, generation)
	fmt.Fprintf(o, "%d %d obj\n", number, generation)
}

// last refers to the object begun last.
func (o *objects) last() string {
	return fmt.Sprintf("%d %d R", o.nums[len(o.nums)-1], o.gens[len(o.gens)-1])
}

// stream adds a stream, packed.
func (o *objects) stream(dict string, data []byte) string {
	var z bytes.Buffer
	w := zlib.NewWriter(&z)
	_, _ = w.Write(data) // memory takes it
	_ = w.Close()
	return o.raw(dict+" /Filter /FlateDecode", z.Bytes())
}

// raw adds a stream as it is.
func (o *objects) raw(dict string, data []byte) string {
	o.begin(o.take(), 0)
	fmt.Fprintf(o, "<< %s /Length %d >>\nstream\n", dict, len(data))
	o.Write(data)
	o.WriteString("\nendstream\nendobj\n")
	return o.last()
}
