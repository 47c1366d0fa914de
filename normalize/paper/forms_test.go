package paper_test

import (
	"testing"

	"ziping/normalize/formtest"
)

// TestForms holds how small forms are drawn.
func TestForms(t *testing.T) { formtest.Check(t, "testdata/forms.txt", formtest.Drawn) }
