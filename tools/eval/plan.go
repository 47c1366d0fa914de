package eval

import (
	"fmt"
	"hash/fnv"

	"ziping/tools/eval/forms"
	"ziping/tools/eval/looks"
	"ziping/tools/eval/produce"
)

// Case is one file to be made.
type Case struct {
	Name     string
	Producer produce.Producer
	Look     looks.Look
	Forms    []*forms.Form
}

// Plan gives every producer every look, with forms in turn. The same lists give
// the same plan.
func Plan(list []*forms.Form, producers []produce.Producer, ls []looks.Look) []Case {
	var out []Case
	for _, p := range producers {
		for i, l := range ls {
			if p.OneLook {
				l.Name = fmt.Sprintf("own-%d", i)
			}
			h := fnv.New32a()
			h.Write([]byte(p.Name + " " + l.Name))
			n := int(h.Sum32() % uint32(len(list)))
			for range list {
				if p.Fits == nil || p.Fits(list[n]) {
					break
				}
				n = (n + 1) % len(list)
			}
			c := Case{Producer: p, Look: l, Forms: list[n : n+1 : n+1]}
			if second := list[(n+1)%len(list)]; l.Two && (p.Fits == nil || p.Fits(second)) {
				c.Forms = append(c.Forms, second)
			}
			c.Name = fmt.Sprintf("%s_%s_%s", p.Name, l.Name, list[n].ID)
			out = append(out, c)
		}
	}
	return out
}

// Ext is the extension of the case's file.
func (c *Case) Ext() string {
	if c.Producer.Ext != "" {
		return c.Producer.Ext
	}
	return ".pdf"
}

// Truth is what the case's file says.
func (c *Case) Truth() *Truth {
	return &Truth{Form: c.Forms[0], More: c.Forms[1:], Producer: c.Producer.Name, Look: c.look(), Name: c.Forms[0].ID, Ext: c.Ext(),
		Ruled: c.Look.Borders.Ruled() || c.Producer.OneLook || c.Producer.Ext != "", Flagged: c.Producer.Lies, MayRefuse: c.Producer.MayRefuse, Others: c.Producer.Others}
}

// look is the name that results are counted under.
func (c *Case) look() string {
	if c.Producer.OneLook {
		return "its own"
	}
	return c.Look.Name
}
