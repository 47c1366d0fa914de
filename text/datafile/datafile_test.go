package datafile_test

import (
	"errors"
	"strings"
	"testing"

	"ziping/text/datafile"
)

func TestDecode(t *testing.T) {
	type words struct {
		Heads []string `yaml:"heads"`
	}
	for _, c := range []struct{ text, err string }{
		{"heads: [甲, 乙]", ""},
		{"heads: [甲]\nheds: [乙]", "field heds not found"},
		{"heads: [甲]\n---\nheads: [乙]", "more than one document"},
		{"heads: 甲: 乙", "words: yaml"},
		{"", "words: EOF"},
	} {
		var w words
		err := datafile.Decode("words", []byte(c.text), &w)
		switch {
		case c.err == "" && err != nil:
			t.Errorf("%q: %v", c.text, err)
		case c.err == "" && strings.Join(w.Heads, "") != "甲乙":
			t.Errorf("%q: read %q", c.text, w.Heads)
		case c.err != "" && (err == nil || !strings.Contains(err.Error(), c.err)):
			t.Errorf("%q: error %v, want %q", c.text, err, c.err)
		}
	}
}

func TestOnce(t *testing.T) {
	calls := 0
	get := datafile.Once([]byte("text"), func(b []byte) (string, error) { calls++; return string(b), nil })
	if calls != 0 {
		t.Error("read before it was asked for")
	}
	if get()+get() != "texttext" || calls != 1 {
		t.Errorf("read %d times", calls)
	}
	defer func() {
		if r := recover(); r == nil || r.(error).Error() != "torn" {
			t.Errorf("recovered %v, want the error of load", r)
		}
	}()
	datafile.Once(nil, func([]byte) (int, error) { return 0, errors.New("torn") })()
}
