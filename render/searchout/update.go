package searchout

import (
	"bytes"
	"cmp"
	"crypto/sha256"
	"encoding/binary"
	"fmt"
	"slices"

	"ziping/render/searchout/structure"
)

// update is a change behind the end of a file.
type update struct {
	file *structure.File
	out  *objects
	font string // the way to refer to it
}

// page writes a page anew, with a stream of text before what it draws.
func (u *update) page(p structure.Page, text []byte) error {
	layer := u.out.stream("", text)
	contents, err := u.contents(structure.Entry(p.Dict, "/Contents"))
	if err != nil {
		return err
	}
	resources, err := u.resources(p.Resources)
	if err != nil {
		return err
	}
	u.out.begin(p.Number, u.file.Generation(p.Number))
	u.dict(p.Dict, structure.Pair{Key: "/Resources", Value: resources}, structure.Pair{Key: "/Contents", Value: fmt.Appendf(nil, "[%s%s]", layer, contents)})
	u.out.WriteString("\nendobj\n")
	return nil
}

// contents are the streams that a page draws.
func (u *update) contents(value []byte) ([]byte, error) {
	if value == nil {
		return nil, nil
	}
	list, err := u.file.Resolve(value)
	if err != nil {
		return nil, err
	}
	var out []byte
	for _, s := range structure.Elements(list) {
		out = append(append(out, ' '), s...)
	}
	switch {
	case out != nil || len(structure.Pairs(list)) == 0: // an array, or nothing
		return out, nil
	}
	return append([]byte{' '}, value...), nil
}

// resources are those of a page with the font among them.
func (u *update) resources(old []byte) ([]byte, error) {
	fonts, err := u.file.Resolve(structure.Entry(old, "/Font"))
	if err != nil {
		return nil, err
	}
	with := dictionary(fonts, structure.Pair{Key: "/" + fontKey, Value: []byte(u.font)})
	return dictionary(old, structure.Pair{Key: "/Font", Value: with}), nil
}

// dict writes a dictionary with other values for some keys.
func (u *update) dict(old []byte, changed ...structure.Pair) {
	u.out.Write(dictionary(old, changed...))
}

func dictionary(old []byte, changed ...structure.Pair) []byte {
	var b bytes.Buffer
	b.WriteString("<<")
	write := func(p structure.Pair) { fmt.Fprintf(&b, " %s %s", p.Key, p.Value) }
	for _, p := range structure.Pairs(old) {
		if !slices.ContainsFunc(changed, func(c structure.Pair) bool { return c.Key == p.Key }) {
			write(p)
		}
	}
	for _, p := range changed {
		write(p)
	}
	b.WriteString(" >>")
	return b.Bytes()
}

// finish puts the new objects behind the file, with a table of them of the kind that
// the file has.
func (u *update) finish(data []byte) []byte {
	id := u.id(data)
	trailer := func(size int) []byte {
		changed := []structure.Pair{
			{Key: "/Size", Value: fmt.Append(nil, size)},
			{Key: "/Prev", Value: fmt.Append(nil, u.file.Start)},
		}
		if id != nil {
			changed = append(changed, structure.Pair{Key: "/ID", Value: id})
		}
		return dictionary(u.only("/Root", "/Info", "/ID"), changed...)
	}
	start := 0
	if u.file.Streamed {
		number := u.out.take()
		start = u.out.first + u.out.Len()
		u.out.begin(number, 0)
		index, body := u.out.lines()
		dict := dictionary(trailer(u.out.next),
			structure.Pair{Key: "/Type", Value: []byte("/XRef")}, structure.Pair{Key: "/W", Value: []byte("[1 4 2]")},
			structure.Pair{Key: "/Index", Value: index}, structure.Pair{Key: "/Length", Value: fmt.Append(nil, len(body))})
		fmt.Fprintf(u.out, "%s\nstream\n%s\nendstream\nendobj\n", dict, body)
	} else {
		start = u.out.first + u.out.Len()
		u.out.table()
		fmt.Fprintf(u.out, "trailer\n%s\n", trailer(u.out.next))
	}
	fmt.Fprintf(u.out, "startxref\n%d\n%%%%EOF\n", start)
	return append(data[:len(data):len(data)], u.out.Bytes()...)
}

// only are some entries of the file's trailer.
func (u *update) only(keys ...string) []byte {
	var kept []structure.Pair
	for _, p := range structure.Pairs(u.file.Trailer) {
		if slices.Contains(keys, p.Key) {
			kept = append(kept, p)
		}
	}
	return dictionary(nil, kept...)
}

// id is the file's name for itself: the first part stays, the second is of what is new.
func (u *update) id(data []byte) []byte {
	old, err := u.file.Resolve(structure.Entry(u.file.Trailer, "/ID"))
	parts := structure.Elements(old)
	if err != nil || len(parts) != 2 {
		return nil
	}
	h := sha256.New()
	_, _ = h.Write(data)
	_, _ = h.Write(u.out.Bytes())
	return fmt.Appendf(nil, "[%s <%X>]", parts[0], h.Sum(nil)[:16])
}

// inOrder are the objects by number.
func (o *objects) inOrder() []int {
	order := make([]int, len(o.nums))
	for i := range order {
		order[i] = i
	}
	slices.SortFunc(order, func(a, b int) int { return cmp.Compare(o.nums[a], o.nums[b]) })
	return order
}

// runs calls visit with objects whose numbers follow each other.
func (o *objects) runs(visit func(run []int)) {
	order := o.inOrder()
	for len(order) > 0 {
		n := 1
		for n < len(order) && o.nums[order[n]] == o.nums[order[n-1]]+1 {
			n++
		}
		visit(order[:n])
		order = order[n:]
	}
}

// table writes the table of the objects as lines.
func (o *objects) table() {
	var b bytes.Buffer
	o.runs(func(run []int) {
		fmt.Fprintf(&b, "%d %d\n", o.nums[run[0]], len(run))
		for _, i := range run {
			fmt.Fprintf(&b, "%010d %05d n \n", o.at[i], o.gens[i])
		}
	})
	o.WriteString("xref\n")
	o.Write(b.Bytes())
}

// lines are the table of the objects as a stream, and which it lists.
func (o *objects) lines() (index, body []byte) {
	index = []byte{'['}
	o.runs(func(run []int) {
		index = fmt.Appendf(index, " %d %d", o.nums[run[0]], len(run))
		for _, i := range run {
			body = append(body, 1)
			body = binary.BigEndian.AppendUint32(body, uint32(o.at[i]))
			body = binary.BigEndian.AppendUint16(body, uint16(o.gens[i]))
		}
	})
	return append(index, " ]"...), body
}
