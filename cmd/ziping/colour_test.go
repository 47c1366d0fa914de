package main

import "testing"

func TestColoured(t *testing.T) {
	for _, tt := range []struct {
		mode         string
		tty, escapes bool
		env          map[string]string
		want         bool
	}{
		{"auto", true, true, nil, true},
		{"auto", false, true, nil, false},
		{"auto", true, false, nil, false}, // a console that would show the escapes
		{"auto", true, true, map[string]string{"NO_COLOR": "1"}, false},
		{"auto", true, true, map[string]string{"TERM": "dumb"}, false},
		{"never", true, true, nil, false},
		{"always", false, false, map[string]string{"NO_COLOR": "1"}, true},
	} {
		a := &app{colour: tt.mode, stdoutTTY: tt.tty, getenv: func(k string) string { return tt.env[k] }}
		a.console.escapes = tt.escapes
		if got := a.coloured(); got != tt.want {
			t.Errorf("%+v: got %v", tt, got)
		}
	}
}
