package sound

import "fmt"

// later is a cell in the head of a form that prints what its rows come to.
type later struct {
	field string
	cell  int
}

// results fills the cells of the head that wait for the list.
func (d *draw) results() {
	for _, x := range d.later {
		text := d.written(d.got)
		if x.field == "grade" {
			text = d.grade()
		}
		d.f.Cells[x.cell].Text = text
		d.f.Truth[x.field] = text
		if _, twice := d.f.At[x.field]; !twice {
			d.f.At[x.field] = x.cell
		}
	}
}

// grade is the word for what the form came to.
func (d *draw) grade() string {
	at := 0
	for _, least := range []int{9000, 8000, 6000} {
		if d.got < least {
			at++
		}
	}
	return d.Grades[at]
}

// inHead is the total printed above the table, which is whole by now.
func (d *draw) inHead() {
	score := d.f.Truth["total.score"]
	if score == "" || d.IntN(6) > 0 {
		return
	}
	d.f.Above = append(d.f.Above, fmt.Sprintf("%s：%s分", pick(d, d.HeadTotal), score))
}
