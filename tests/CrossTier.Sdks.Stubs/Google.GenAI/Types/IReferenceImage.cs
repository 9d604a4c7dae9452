namespace Google.GenAI.Types;

public interface IReferenceImage;
