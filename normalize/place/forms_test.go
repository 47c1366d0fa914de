package place_test

import (
	"testing"

	"ziping/normalize/formtest"
)

// TestForms holds what is read of small forms.
func TestForms(t *testing.T) { formtest.Check(t, "testdata/forms.txt", formtest.Placed) }
