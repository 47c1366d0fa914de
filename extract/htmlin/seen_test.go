package htmlin

import "testing"

// TestSeen: what is not displayed is not there; what is only not seen keeps its place.
func TestSeen(t *testing.T) {
	table := func(row string) string { return "<table><tr><td>a<td>b<tr>" + row + "</table>" }
	for name, c := range map[string]struct{ page, want string }{
		"a cell not displayed":         {table("<td style='display:none'>x<td>c"), "[2x2 |0 0=a 1=b |1 0=c]\n!hidden-text\n"},
		"a cell not seen":              {table("<td style='visibility:hidden'>x<td>c"), "[2x2 |0 0=a 1=b |1 1=c]\n!hidden-text\n"},
		"a cell collapsed":             {table("<td style='visibility:collapse'>x<td>c"), "[2x2 |0 0=a 1=b |1 1=c]\n!hidden-text\n"},
		"a cell see-through":           {table("<td style='opacity: 0.0'>x<td>c"), "[2x2 |0 0=a 1=b |1 1=c]\n!hidden-text\n"},
		"by a class":                   {"<style>.v{visibility:hidden}</style>" + table("<td class=v>x<td>c"), "[2x2 |0 0=a 1=b |1 1=c]\n!hidden-text\n"},
		"nearly see-through":           {table("<td style='opacity:0.05'>x<td>c"), "[2x2 |0 0=a 1=b |1 0=x 1=c]\n"},
		"fading in":                    {"<style>.f{opacity:0;animation:in 1s forwards}</style>" + table("<td class=f>x<td>c"), "[2x2 |0 0=a 1=b |1 0=x 1=c]\n"},
		"text not seen keeps no place": {"<p>a<b style='visibility:hidden'>x</b>c<div style='visibility:hidden'>x<p>y</div>", "ac\n!hidden-text\n"},

		"a row not seen":                  {table("<tr style='visibility:hidden'><td>x<td>y<tr><td>c"), "[4x2 |0 0=a 1=b |3 0=c]\n!hidden-text\n"},
		"a row collapsed":                 {table("<td>c<tr style='visibility:collapse'><td>x<td>y<tr><td>d"), "[3x2 |0 0=a 1=b |1 0=c |2 0=d]\n!hidden-text\n"},
		"a group collapsed":               {"<table><tr><td>a<td>b<tbody style='visibility:collapse'><tr><td>x<tr><td>y<tbody><tr><td>c</table>", "[2x2 |0 0=a 1=b |1 0=c]\n!hidden-text\n"},
		"a row collapsed under a span":    {"<table><tr><td rowspan=3>a<td>b<tr style='visibility:collapse'><td>x<tr><td>c<tr><td>d<td>e</table>", "[3x2 |0 0=a*2,1 1=b |1 1=c |2 0=d 1=e]\n!hidden-text\n"},
		"a row collapsed that spans down": {"<table><tr style='visibility:collapse'><td rowspan=2>x<td>y<tr><td>c<tr><td>d<td>e</table>", "[3x2 |0 0=*2,1 |1 1=c |2 0=d 1=e]\n!hidden-text\n"},

		"seen again within":            {table("<td style='visibility:hidden'>x<b style='visibility:visible'>v</b><td>c"), "[2x2 |0 0=a 1=b |1 0=v 1=c]\n!hidden-text\n"},
		"a cell seen in a hidden row":  {table("<tr style='visibility:hidden'><td>x<td style='visibility:visible'>v"), "[3x2 |0 0=a 1=b |2 1=v]\n!hidden-text\n"},
		"a cell seen in a hidden page": {"<div style='visibility:hidden'>x<table style='visibility:visible'><tr><td>a<td>b</table></div>", "[1x2 |0 0=a 1=b]\n!hidden-text\n"},
		"all of it seen again":         {"<div style='visibility:hidden'><p style='visibility:visible'>v</p></div>", "v\n"},
		"see-through to the bottom":    {table("<td style='opacity:0'>x<b style='visibility:visible;opacity:1'>v</b><td>c"), "[2x2 |0 0=a 1=b |1 1=c]\n!hidden-text\n"},
		"gone to the bottom":           {"a<p style='display:none'>x<b style='display:block;visibility:visible'>v</b></p>", "a\n!hidden-text\n"},

		"shut to no size":         {"a<div style='height:0;overflow:hidden'>x</div><div style='max-height:0px;overflow:hidden'>y</div><span style='width:0;overflow:clip'>z</span>", "a\n!hidden-text\n"},
		"of no size, not shut":    {"a<div style='height:0'>c</div>", "a\nc\n"},
		"room for a proportion":   {"a<div style='height:0;padding-bottom:56%;overflow:hidden'>c</div>", "a\nc\n"},
		"a cell of no width":      {table("<td style='width:0;overflow:hidden'>c<td>d"), "[2x2 |0 0=a 1=b |1 0=c 1=d]\n"},
		"for readers of screens":  {"a<span style='position:absolute;clip:rect(0,0,0,0)'>x</span>", "a\n!hidden-text\n"},
		"letters of no size":      {"<p style='font-size:0'>x<b style='font-size:14px'>v</b></p>", "v\n!hidden-text\n"},
		"important":               {"<style>.v{visibility:hidden!important}</style>" + table("<td class=v style='visibility:visible'>x<td>c"), "[2x2 |0 0=a 1=b |1 1=c]\n!hidden-text\n"},
		"fields not seen":         {table("<td style='visibility:hidden'><input value=9><select><option>x</select><img alt=y><s>z</s><del>w</del><td>c"), "[2x2 |0 0=a 1=b |1 1=c]\n!hidden-text\n"},
		"numbers of items count":  {"<ol><li>a<li style='visibility:hidden'>x<li style='display:none'>y<li>b</ol>", "1.a\n3.b\n!hidden-text\n"},
		"cells drawn as a table":  {"<div role=table><div role=row><i role=cell>a</i><i role=cell>b</i></div><div role=row><i role=cell style='visibility:hidden'>x</i><i role=cell>c</i></div><div role=row style='visibility:hidden'><i role=cell style='visibility:visible'>d</i><i role=cell>y</i></div></div>", "[3x2 |0 0=a 1=b |1 1=c |2 0=d]\n!hidden-text\n"},
		"cells of a grid":         {"<div style='display:grid;grid-template-columns:1fr 1fr'><p>a<p>b<p style='visibility:hidden'>x<p>c</div>", "[2x2 |0 0=a 1=b |1 1=c]\n!hidden-text\n"},
		"a caption not seen":      {"<table><caption style='visibility:hidden'>x</caption><tr><td>a<td>b</table>", "[1x2 |0 0=a 1=b]\n!hidden-text\n"},
		"a hidden table in a box": {"<div hidden><table><tr><td>x</table></div>a", "a\n!hidden-text\n"},
	} {
		t.Run(name, func(t *testing.T) { reads(t, c.page, c.want) })
	}
}

func TestZero(t *testing.T) {
	for value, want := range map[string]bool{"0": true, "0px": true, "0.0": true, "0%": true, "0!important": true, "0.5": false, "10px": false, "": false, "auto": false, ".": false} {
		if got := zero(value); got != want {
			t.Errorf("%q: got %v", value, got)
		}
	}
}
