package breaks

import (
	"testing"

	"ziping/internal/ready"
)

func TestMain(m *testing.M) { ready.Seldom(m) }
