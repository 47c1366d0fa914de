// Package corpus makes files of damaged pages whose truth is known.
//
//	cases := corpus.Plan(list, corpus.Conditions, 7, 0, fonts)
//	made, err := corpus.Make(cases, fonts, dir, log)
//
// The same lists give the same plan and the same pictures.
package corpus

import (
	"fmt"
	"hash/fnv"
	"math/rand/v2"

	"ziping/tools/eval/forms"
	"ziping/tools/eval/paper/press"
)

// Condition is a kind of damage at a resolution.
type Condition struct {
	Kind string
	DPI  float64
}

// Conditions is what is measured.
var Conditions = []Condition{
	{"clean", 100}, {"clean", 150}, {"clean", 200}, {"clean", 300},
	{"scan", 100}, {"scan", 150}, {"scan", 200}, {"scan", 300},
	{"skew-2", 200}, {"skew-5", 200}, {"skew-5", 300},
	{"blur", 200}, {"blur", 300}, {"noise", 200}, {"noise", 300},
	{"jpeg", 150}, {"jpeg", 200}, {"jpeg", 300},
	{"uneven", 200}, {"low-contrast", 200}, {"faint", 200}, {"faint", 300},
	{"photo", 150}, {"photo", 200}, {"photo", 300}, {"curl", 200}, {"curl", 300},
	{"holes", 200}, {"edges", 200}, {"seal-red", 200}, {"seal-red", 300}, {"seal-grey", 200}, {"seal-grey", 300},
	{"salt", 200}, {"salt", 300}, {"fax-98", 204}, {"fax-196", 204}, {"fax-fine", 300},
	{"copy", 200}, {"copy", 300}, {"copy-dark", 200}, {"copy-dark", 300},
	{"turn-90", 200}, {"turn-180", 200}, {"turn-270", 200}, {"through", 200},
}

// Case is one file to be made.
type Case struct {
	Name string
	Condition
	Form *forms.Form
	Look press.Look
	Seed uint64
	// PDF says that the pages go into one PDF even where there is only one.
	PDF bool
}

// seeded is where the seeds of scoring begin; training has others.
const seeded = 0x7061706572

// Plan gives each condition so many forms in looks that change from one to the
// next. A form and a look that do not go together are replaced by the next that do.
// Another draw gives each condition another form, look and damage: what was mended on
// one draw is measured on another.
func Plan(list []*forms.Form, conditions []Condition, each int, draw uint64, lot bool, fonts press.Fonts) []Case {
	var out []Case
	for i, c := range conditions {
		for k := range each {
			h := fnv.New64a()
			fmt.Fprintf(h, "%s %g %d", c.Kind, c.DPI, k)
			if draw > 0 {
				fmt.Fprintf(h, " draw %d", draw)
			}
			seed := seeded ^ h.Sum64()
			rng := rand.New(rand.NewPCG(seed, 1))
			look := press.Looks[(i+k*5+int(draw%100)*7)%len(press.Looks)]
			if lot {
				look = press.Lot(rng)
			}
			form := fitting(list, look, fonts, rng)
			if form == nil {
				continue
			}
			out = append(out, Case{Name: fmt.Sprintf("%s-%g_%d", c.Kind, c.DPI, k), Condition: c, Form: form, Look: look, Seed: seed, PDF: rng.IntN(10) == 0})
		}
	}
	return out
}

// fitting is a form that can be printed in a look, with figures of its own.
func fitting(list []*forms.Form, l press.Look, fonts press.Fonts, rng *rand.Rand) *forms.Form {
	for range 40 {
		f := list[rng.IntN(len(list))]
		if g := Vary(f, rng); g != nil {
			f = g
		}
		if sheets, err := press.Print(f, l, fonts); err == nil && len(sheets) <= 4 {
			return f
		}
	}
	return nil
}
