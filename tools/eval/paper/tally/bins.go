package tally

import (
	"fmt"
	"io"
	"math"
	"strings"
)

// Bin is the cells that were read with a confidence between two bounds.
type Bin struct {
	From, To float64
	Sum      float64 // of the confidences
	Right    int
	All      int
}

// bounds parts confidences more finely the nearer they come to 1.
var bounds = []float64{0, 0.3, 0.5, 0.7, 0.8, 0.9, 0.95, 0.98, 0.99, 0.995, 0.998, 0.999, 1}

func newBins() []Bin {
	var out []Bin
	for i := range len(bounds) - 1 {
		out = append(out, Bin{From: bounds[i], To: bounds[i+1]})
	}
	return out
}

func add(bins []Bin, confidence float64, right bool) {
	for i := range bins {
		b := &bins[i]
		if confidence >= b.From && (confidence < b.To || b.To == 1) {
			b.All++
			b.Sum += confidence
			if right {
				b.Right++
			}
			return
		}
	}
}

// total adds up the bins of all results.
func total(results []*Result) []Bin {
	out := newBins()
	for _, r := range results {
		for i, b := range r.Bins {
			out[i].All += b.All
			out[i].Right += b.Right
			out[i].Sum += b.Sum
		}
	}
	return out
}

// Calibration prints how often cells are right that were read with a confidence.
func Calibration(w io.Writer, results []*Result) {
	fmt.Fprintf(w, "%-14s %7s %10s %8s\n", "confidence", "cells", "mean", "right")
	for _, b := range total(results) {
		if b.All > 0 {
			fmt.Fprintf(w, "%.3f-%.3f    %7d %10.4f %8.4f\n", b.From, b.To, b.All, b.Sum/float64(b.All), float64(b.Right)/float64(b.All))
		}
	}
}

// Diagram draws the same as an SVG: what is said across, what is true upwards,
// both by how many nines there are.
func Diagram(results []*Result) []byte {
	const side, edge = 360.0, 50.0
	at := func(p float64) float64 { return side * min(3.5, -math.Log10(max(1-p, 1e-9))) / 3.5 }
	var b strings.Builder
	fmt.Fprintf(&b, `<svg xmlns="http://www.w3.org/2000/svg" width="%g" height="%g" font-family="sans-serif" font-size="11">`, side+2*edge, side+2*edge)
	fmt.Fprintf(&b, `<rect width="100%%" height="100%%" fill="white"/><g transform="translate(%g,%g)">`, edge, edge)
	for _, p := range []float64{0, 0.5, 0.9, 0.95, 0.99, 0.995, 0.999} {
		fmt.Fprintf(&b, `<path d="M%.1f 0V%g M0 %.1fH%g" stroke="#ddd"/>`, at(p), side, side-at(p), side)
		fmt.Fprintf(&b, `<text x="%.1f" y="%g" text-anchor="middle">%g</text><text x="-6" y="%.1f" text-anchor="end">%g</text>`, at(p), side+16, p, side-at(p)+4, p)
	}
	fmt.Fprintf(&b, `<path d="M0 %gL%g 0" stroke="#999" stroke-dasharray="4 3"/>`, side, side)
	for _, x := range total(results) {
		if x.All == 0 {
			continue
		}
		// A cell that is right or wrong moves a share by one in its number.
		said, is := x.Sum/float64(x.All), (float64(x.Right)+0.5)/(float64(x.All)+1)
		fmt.Fprintf(&b, `<circle cx="%.1f" cy="%.1f" r="%.1f" fill="#2563eb" fill-opacity="0.7"><title>%d cells, said %.4f, right %.4f</title></circle>`, at(said), side-at(is), 2+math.Log2(1+float64(x.All))/1.5, x.All, said, is)
	}
	fmt.Fprintf(&b, `</g><text x="%g" y="%g" text-anchor="middle">confidence</text><text x="14" y="%g" transform="rotate(-90 14 %g)" text-anchor="middle">right</text></svg>`, edge+side/2, side+2*edge-12, edge+side/2, edge+side/2)
	return []byte(b.String() + "\n")
}
