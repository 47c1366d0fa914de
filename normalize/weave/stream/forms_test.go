package stream_test

import (
	"testing"

	"ziping/normalize/formtest"
)

// TestWoven reads the forms of weave, which hold rules of this package too.
func TestWoven(t *testing.T) { formtest.Check(t, "../testdata/forms.txt", formtest.Woven) }
